package dev.kuberounds.analysis.rules.images;

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

/** The registry does not let the node have an image. */
final class ImagePullUnauthorized implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              ImagePullUnauthorized.class,
              "Image pull is not authorized",
              HIGH,
              AVAILABILITY,
              Pod.class)
          .consults(Event.class, Secret.class)
          .equivalents("k8sgpt/Pod", "popeye/203");

  private final Thresholds thresholds;

  ImagePullUnauthorized(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return FailingPull.of(namespace, thresholds.eventFresh())
        .flatMap(pull -> problem(pull, namespace));
  }

  private static Stream<Problem> problem(FailingPull pull, NamespaceSnapshot namespace) {
    PullSecrets secrets = PullSecrets.of(pull.run().pod(), namespace);
    boolean refused =
        switch (pull.cause()) {
          case "unauthorized" -> true;
          case "not found or unauthorized" -> !secrets.usable();
          default -> false;
        };
    if (!refused) {
      return Stream.empty();
    }
    String template = "Registry refuses image {} to container {}";
    return Stream.of(
        secrets.tell(
            pull.problem(
                namespace,
                secrets.none() ? template + ", which has no pull secret" : template,
                pull.image(),
                pull.container())));
  }
}
