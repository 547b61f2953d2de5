package dev.kuberounds.analysis.rules.containers;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Events;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.text.Phrases;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The container runtime cannot create or start a container. */
final class ContainerStartFailing implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(ContainerStartFailing.class, "Container cannot start", HIGH, AVAILABILITY, Pod.class)
          .consults(ConfigMap.class, Secret.class, Event.class)
          .equivalents("k8sgpt/Pod", "popeye/203");

  private static final Set<String> WAITING =
      Set.of(
          "RunContainerError",
          "CreateContainerError",
          "CreateContainerConfigError",
          "PostStartHookError",
          "PreStartHookError",
          "PreCreateHookError");
  private static final Set<String> ENDED = Set.of("StartError", "ContainerCannotRun");
  // POSIX shell: what a script's interpreter answers when its last command is not there
  private static final Map<Integer, String> SHELL_GAVE_UP =
      Map.of(126, "not executable", 127, "command not found");
  // states in which the last end is what is the matter; others, such as ErrImagePull, say why
  private static final Set<String> BETWEEN_STARTS = Set.of("", "CrashLoopBackOff");

  private final Thresholds thresholds;

  ContainerStartFailing(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Attempts.of(namespace)
        .filter(run -> run.running().isEmpty())
        .flatMap(run -> symptom(run, namespace).stream())
        .filter(symptom -> !reportedAsReference(symptom, namespace))
        .map(Symptom::problem);
  }

  private Optional<Symptom> symptom(ContainerRun run, NamespaceSnapshot namespace) {
    if (WAITING.contains(run.waitingReason())) {
      return Optional.of(
          new Symptom(
              run,
              run.waitingReason(),
              run.path("state.waiting"),
              run.waitingMessage(),
              run.waitingReason().equals("PostStartHookError") ? "post-start hook" : ""));
    }
    return BETWEEN_STARTS.contains(run.waitingReason())
        ? ended(run, namespace.takenAt()).or(() -> hook(run, namespace))
        : Optional.empty();
  }

  private Optional<Symptom> ended(ContainerRun run, Instant now) {
    return ContainerEnd.of(run)
        .filter(end -> Pods.active(run.pod()) || end.within(thresholds.jobWindow(), now))
        .filter(end ->
            ENDED.contains(end.reason())
                || end.exitCode().filter(SHELL_GAVE_UP::containsKey).isPresent())
        .map(end ->
            new Symptom(
                run,
                end.reason().isEmpty() ? "Error" : end.reason(),
                end.path(),
                end.message(),
                SHELL_GAVE_UP.getOrDefault(end.exitCode().orElse(0), "")));
  }

  /** After a failed hook the kubelet ends the container, and only an event tells why. */
  private Optional<Symptom> hook(ContainerRun run, NamespaceSnapshot namespace) {
    return Events.of(namespace)
        .fresh(run.pod(), namespace.takenAt(), thresholds.eventFresh(), "FailedPostStartHook")
        .filter(event -> Pods.active(run.pod()) && Events.about(event, run.name()))
        .findFirst()
        .map(event ->
            new Symptom(
                run,
                "FailedPostStartHook",
                "event",
                Objects.requireNonNullElse(event.getMessage(), ""),
                "post-start hook"));
  }

  private static boolean reportedAsReference(Symptom symptom, NamespaceSnapshot namespace) {
    return switch (symptom.classOf()) {
      case "missing ConfigMap" -> namespace.listed(ConfigMap.class);
      case "missing Secret" -> namespace.listed(Secret.class);
      default -> false;
    };
  }

  /**
   * What shows that a container did not start.
   *
   * @param path of the state or {@code event}
   * @param presumed the class if the text tells none; empty if only the reason is known
   */
  private record Symptom(
      ContainerRun run, String reason, String path, String text, String presumed) {

    String classOf() {
      return Phrases.classify("start", text).orElse(presumed.isEmpty() ? reason : presumed);
    }

    Problem problem() {
      boolean event = path.equals("event");
      return Problem.of(
              run.pod(),
              "Container {} cannot start: {}",
              name("container", run.name()),
              word(classOf()))
          .container(run.name())
          .evidence(event ? path : path + ".reason", word(reason))
          .evidence(event ? path : path + ".message", text);
    }
  }
}
