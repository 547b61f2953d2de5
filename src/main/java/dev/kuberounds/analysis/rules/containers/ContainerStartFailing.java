package dev.kuberounds.analysis.rules.containers;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Phrases;
import dev.kuberounds.cluster.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The container runtime cannot create or start a container. */
final class ContainerStartFailing implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(ContainerStartFailing.class, "Container cannot start", HIGH, AVAILABILITY, Pod.class)
          .consults(ConfigMap.class, Secret.class)
          .equivalents("k8sgpt/Pod", "popeye/203");

  private static final Set<String> WAITING =
      Set.of(
          "RunContainerError",
          "CreateContainerError",
          "CreateContainerConfigError",
          "PostStartHookError",
          "PreStartHookError",
          "PreCreateHookError");
  // POSIX shell: what a script's interpreter answers when its last command is not there
  private static final Map<Integer, String> SHELL_GAVE_UP =
      Map.of(126, "not executable", 127, "command not found");
  private static final Set<String> ENDED = Set.of("StartError", "ContainerCannotRun");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return ContainerRun.active(namespace)
        .flatMap(run -> symptom(run).stream())
        .filter(symptom -> !reportedAsReference(symptom, namespace))
        .map(Symptom::problem);
  }

  private static Optional<Symptom> symptom(ContainerRun run) {
    if (WAITING.contains(run.waitingReason())) {
      return Optional.of(
          new Symptom(
              run,
              run.waitingReason(),
              run.waitingMessage(),
              run.path("state.waiting.message"),
              ""));
    }
    return run.lastEnd()
        .filter(_ -> run.running().isEmpty())
        .filter(
            end -> ENDED.contains(end.getReason()) || SHELL_GAVE_UP.containsKey(end.getExitCode()))
        .map(end ->
            new Symptom(
                run,
                Objects.requireNonNullElse(end.getReason(), "Error"),
                Objects.requireNonNullElse(end.getMessage(), ""),
                run.path(run.terminated().isPresent() ? "state" : "lastState")
                    + ".terminated.message",
                SHELL_GAVE_UP.getOrDefault(end.getExitCode(), "")));
  }

  private static boolean reportedAsReference(Symptom symptom, NamespaceSnapshot namespace) {
    return switch (symptom.classOf()) {
      case "missing ConfigMap" -> namespace.listed(ConfigMap.class);
      case "missing Secret" -> namespace.listed(Secret.class);
      default -> false;
    };
  }

  private record Symptom(
      ContainerRun run, String reason, String text, String path, String classOfExit) {

    String classOf() {
      return Phrases.classify("start", text).orElse(classOfExit.isEmpty() ? reason : classOfExit);
    }

    Problem problem() {
      return Problem.of(
              run.pod(),
              "Container {} cannot start: {}",
              name("container", run.name()),
              word(classOf()))
          .container(run.name())
          .evidence(run.path("reason"), word(reason))
          .evidence(path, text);
    }
  }
}
