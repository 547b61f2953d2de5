package dev.kuberounds.analysis.rules.images;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.stream.Stream;

/** The registry answers, but has no such image, or the reference is no image's name. */
final class ImageNotFound implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(ImageNotFound.class, "Image was not found", HIGH, AVAILABILITY, Pod.class)
          .consults(Event.class, Secret.class)
          .equivalents("k8sgpt/Pod", "popeye/203");

  private final Thresholds thresholds;

  ImageNotFound(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return FailingPull.of(namespace, thresholds.eventFresh())
        .filter(pull -> notFound(pull, namespace))
        .map(pull -> problem(pull, namespace));
  }

  private static boolean notFound(FailingPull pull, NamespaceSnapshot namespace) {
    return switch (pull.cause()) {
      case "not found" -> true;
      case "not found or unauthorized" -> PullSecrets.of(pull.run().pod(), namespace).usable();
      default -> false;
    };
  }

  private static Problem problem(FailingPull pull, NamespaceSnapshot namespace) {
    if (pull.run().waitingReason().equals("InvalidImageName")) {
      return pull.problem(
          namespace,
          "{} of container {} is not a valid image name",
          pull.image(),
          pull.container());
    }
    long cached = OtherImage.running(pull.run().image(), namespace);
    return cached == 0
        ? pull.problem(
            namespace, "Image {} of container {} was not found", pull.image(), pull.container())
        : pull.problem(
                namespace,
                "Image {} of container {} was not found, where it runs a node's cache has it",
                pull.image(),
                pull.container())
            .evidence("running containers with this image", number(cached));
  }
}
