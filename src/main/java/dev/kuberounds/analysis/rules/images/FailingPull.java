package dev.kuberounds.analysis.rules.images;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.word;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Events;
import dev.kuberounds.analysis.view.text.Phrases;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A container that waits for its image, and why as far as the texts tell. All rules on images start
 * here and differ in the cause they take.
 *
 * @param run the container
 * @param cause class of the text, such as {@code not found}; {@code unknown} if no text tells
 * @param text what runtime or registry said
 * @param path where it stood
 */
record FailingPull(ContainerRun run, String cause, String text, String path) {

  private static final Set<String> WAITING =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ImageInspectError",
          "InvalidImageName",
          "ErrImageNeverPull",
          "RegistryUnavailable",
          "SignatureValidationFailed");

  /** A text that says less than the cause: older kubelets wrote nothing else while backing off. */
  private static final String UNKNOWN = "unknown";

  /**
   * The containers of active pods that wait for their image.
   *
   * @param fresh how old an event may be
   */
  static Stream<FailingPull> of(NamespaceSnapshot namespace, Duration fresh) {
    return ContainerRun.active(namespace)
        .filter(run -> WAITING.contains(run.waitingReason()))
        .map(run -> of(run, namespace, fresh));
  }

  private static FailingPull of(ContainerRun run, NamespaceSnapshot namespace, Duration fresh) {
    String message = Objects.requireNonNullElse(run.waitingMessage(), "");
    return classified(run, message, run.path("state.waiting.message"))
        .or(() ->
            Events.of(namespace)
                .fresh(run.pod(), namespace.takenAt(), fresh, "Failed")
                .filter(event -> about(event, run))
                .flatMap(event -> classified(run, event.getMessage(), "event").stream())
                .findFirst())
        .orElseGet(() ->
            new FailingPull(
                run,
                run.waitingReason().equals("InvalidImageName") ? "not found" : UNKNOWN,
                message,
                run.path("state.waiting.message")));
  }

  private static Optional<FailingPull> classified(ContainerRun run, String text, String path) {
    return Phrases.classify("image", text).map(cause -> new FailingPull(run, cause, text, path));
  }

  /** True for the kubelet's text on this container's image; dumps may lack the container. */
  private static boolean about(Event event, ContainerRun run) {
    String text = Objects.requireNonNullElse(event.getMessage(), "");
    return text.startsWith("Failed to pull image \"" + run.image() + "\"")
        && (event.getInvolvedObject().getFieldPath() == null || Events.about(event, run.name()));
  }

  Argument image() {
    return name("image", run.image());
  }

  Argument container() {
    return name("container", run.name());
  }

  /** A problem with what was seen of the pull and what the replicas run instead. */
  Problem problem(NamespaceSnapshot namespace, String template, Argument... arguments) {
    Problem problem =
        Problem.of(run.pod(), template, arguments)
            .container(run.name())
            .evidence(run.path("state.waiting.reason"), word(run.waitingReason()))
            .evidence(path, text);
    return OtherImage.of(run, namespace)
        .map(other -> problem.evidence(other.place(), name("image", other.image())))
        .orElse(problem);
  }
}
