package dev.kuberounds.analysis.rules.containers;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Events;
import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A container runs but is not ready, or all are and a readiness gate keeps the pod back. */
final class ContainerNotReady implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(ContainerNotReady.class, "Container is not ready", MEDIUM, AVAILABILITY, Pod.class)
          .consults(Event.class)
          .equivalents("k8sgpt/Pod", "popeye/204", "kubeeye/KubePodNotReady")
          .fallbackOf("crash-looping-container", "container-start-failing");

  private final Thresholds thresholds;

  ContainerNotReady(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Pods.active(namespace)
        .filter(pod -> Pods.phase(pod).equals("Running"))
        .flatMap(pod -> problems(pod, namespace));
  }

  private Stream<Problem> problems(Pod pod, NamespaceSnapshot namespace) {
    Stream<Problem> found =
        holds(pod, "ContainersReady")
            ? gates(pod, namespace.takenAt())
            : containers(pod, namespace);
    return found.map(problem -> problem.severityIf(noneReady(pod, namespace), HIGH));
  }

  private Stream<Problem> containers(Pod pod, NamespaceSnapshot namespace) {
    return lasts(pod, "ContainersReady", namespace.takenAt())
        ? ContainerRun.of(pod)
            .filter(run -> !run.ready() && (!run.init() || run.sidecar()))
            .filter(run -> hadItsTime(run, namespace.takenAt()))
            .map(run -> problem(run, namespace))
        : Stream.empty();
  }

  private boolean hadItsTime(ContainerRun run, Instant now) {
    Duration budget = StartUpBudget.of(run.spec());
    Duration least =
        budget.compareTo(thresholds.readyGrace()) > 0 ? budget : thresholds.readyGrace();
    return run.running()
        .filter(running -> Times.lasted(least, now, running.getStartedAt()))
        .isPresent();
  }

  private Problem problem(ContainerRun run, NamespaceSnapshot namespace) {
    Problem problem =
        Problem.of(run.pod(), "Container {} runs but is not ready", name("container", run.name()))
            .container(run.name())
            .evidence(run.path("ready"), word("false"));
    return Events.of(namespace)
        .fresh(run.pod(), namespace.takenAt(), thresholds.eventFresh(), "Unhealthy")
        .filter(event -> about(event, run))
        .findFirst()
        .map(event -> problem.evidence("event", event.getMessage()))
        .orElse(problem);
  }

  /** Dumps may lack the container of an event; with one container in the pod there is no doubt. */
  private static boolean about(Event event, ContainerRun run) {
    return Events.about(event, run.name())
        || (event.getInvolvedObject().getFieldPath() == null
            && ContainerRun.of(run.pod()).count() == 1);
  }

  private Stream<Problem> gates(Pod pod, Instant now) {
    List<PodReadinessGate> gates = pod.getSpec().getReadinessGates();
    return lasts(pod, "Ready", now)
        ? gates.stream()
            .map(PodReadinessGate::getConditionType)
            .filter(type -> type != null && !holds(pod, type))
            .map(type -> gate(pod, type))
        : Stream.empty();
  }

  private static Problem gate(Pod pod, String type) {
    Problem problem =
        Problem.of(
            pod, "All containers are ready, but readiness gate {} is not", name("condition", type));
    return Pods.condition(pod, type)
        .map(condition ->
            problem.evidence(
                "status.conditions[type=" + type + "].message", condition.getMessage()))
        .orElseGet(() -> problem.evidence("status.conditions", word("the gate has no condition")));
  }

  private boolean lasts(Pod pod, String type, Instant now) {
    return Times.lasted(
        thresholds.readyGrace(),
        now,
        Pods.condition(pod, type).map(PodCondition::getLastTransitionTime).orElse(null),
        pod.getMetadata().getCreationTimestamp());
  }

  private static boolean holds(Pod pod, String type) {
    return Pods.condition(pod, type)
        .map(PodCondition::getStatus)
        .filter("True"::equals)
        .isPresent();
  }

  private static boolean noneReady(Pod pod, NamespaceSnapshot namespace) {
    return OwnedPods.all(namespace).getOrDefault(Owners.of(namespace).top(pod), List.of()).stream()
        .noneMatch(Pods::ready);
  }
}
