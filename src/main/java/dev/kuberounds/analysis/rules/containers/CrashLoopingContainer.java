package dev.kuberounds.analysis.rules.containers;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A container ends again and again. */
final class CrashLoopingContainer implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              CrashLoopingContainer.class,
              "Container is crash looping",
              HIGH,
              AVAILABILITY,
              Pod.class)
          .equivalents("k8sgpt/Pod", "popeye/203", "kubeeye/KubePodCrashLooping");

  // the kubelet forgets its back-off after 10 min without an end: Kubernetes docs, pod lifecycle
  private static final Duration FORGIVEN = Duration.ofMinutes(10);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final Thresholds thresholds;

  CrashLoopingContainer(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return ContainerRun.active(namespace)
        .filter(run ->
            run.waitingReason().equals("CrashLoopBackOff") || caught(run, namespace.takenAt()))
        .map(CrashLoopingContainer::problem);
  }

  /** True between two crashes: it has ended often and just now, and does not run well since. */
  private boolean caught(ContainerRun run, Instant now) {
    return run.restarts() >= thresholds.crashLoopRestarts()
        && ContainerEnd.of(run)
            .filter(end -> end.within(thresholds.crashLoopWindow(), now))
            .filter(end -> !done(run, end) && !recovered(run, end, now))
            .isPresent();
  }

  /** True if nobody starts it again, as an init container that succeeded at last. */
  private static boolean done(ContainerRun run, ContainerEnd end) {
    return run.terminated().isPresent()
        && switch (restartPolicy(run)) {
          case "Never" -> true;
          case "OnFailure" -> end.exitCode().orElse(1) == 0;
          default -> false;
        };
  }

  private static String restartPolicy(ContainerRun run) {
    String ofPod = Objects.requireNonNullElse(run.pod().getSpec().getRestartPolicy(), "Always");
    return Optional.ofNullable(run.spec().getRestartPolicy())
        .orElse(run.init() && ofPod.equals("Always") ? "OnFailure" : ofPod);
  }

  /** True if it is ready and has outlived its last life and the kubelet's back-off. */
  private static boolean recovered(ContainerRun run, ContainerEnd end, Instant now) {
    Duration last = end.life().orElse(Duration.ZERO);
    Duration enough = last.compareTo(FORGIVEN) > 0 ? last : FORGIVEN;
    return run.ready()
        && run.running()
            .flatMap(running -> Times.parse(running.getStartedAt()))
            .filter(start -> start.plus(enough).isBefore(now))
            .isPresent();
  }

  private static Problem problem(ContainerRun run) {
    Problem problem =
        ContainerEnd.of(run)
            .filter(end -> end.exitCode().isPresent())
            .map(end -> told(run, end))
            .orElseGet(() -> Problem.of(run.pod(), "Container {} keeps crashing", named(run)));
    return problem.container(run.name()).evidence(run.path("restartCount"), number(run.restarts()));
  }

  private static Problem told(ContainerRun run, ContainerEnd end) {
    Problem problem =
        sentence(run, end).evidence(end.path() + ".exitCode", number(end.exitCode().orElseThrow()));
    if (!end.signal().isEmpty()) {
      problem = problem.evidence("signal", word(end.signal()));
    }
    if (!end.reason().isEmpty()) {
      problem = problem.evidence(end.path() + ".reason", word(end.reason()));
    }
    return problem.evidence(end.path() + ".message", end.head());
  }

  private static Problem sentence(ContainerRun run, ContainerEnd end) {
    Argument code = number(end.exitCode().orElseThrow());
    Optional<Duration> life = end.life();
    if (code.value().equals("0") && life.filter(l -> l.compareTo(AT_ONCE) >= 0).isEmpty()) {
      return Problem.of(
          run.pod(),
          "Container {} ends at once with exit code {}, again and again",
          named(run),
          code);
    }
    String verb = code.value().equals("0") ? "keeps ending" : "keeps crashing";
    return life.map(Times::readable)
        .map(time ->
            Problem.of(
                run.pod(),
                "Container {} " + verb + " with exit code {} after {}",
                named(run),
                code,
                number(time)))
        .orElseGet(() ->
            Problem.of(run.pod(), "Container {} " + verb + " with exit code {}", named(run), code));
  }

  private static Argument named(ContainerRun run) {
    return name("container", run.name());
  }
}
