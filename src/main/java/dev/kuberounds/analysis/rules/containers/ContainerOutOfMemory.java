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
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kernel killed a container because its memory was used up. */
final class ContainerOutOfMemory implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              ContainerOutOfMemory.class,
              "Container ran out of memory",
              HIGH,
              AVAILABILITY,
              Pod.class)
          .equivalents("k8sgpt/Pod", "popeye/205");

  private final Thresholds thresholds;

  ContainerOutOfMemory(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Attempts.of(namespace)
        .flatMap(run ->
            ContainerEnd.of(run).stream()
                .filter(end -> end.reason().equals("OOMKilled"))
                .filter(end -> recent(run, end, namespace.takenAt()))
                .map(end -> problem(run, end)));
  }

  /** An end without a time, as in a stripped dump, counts while the container is down. */
  private boolean recent(ContainerRun run, ContainerEnd end, Instant now) {
    return Times.parse(end.state().getFinishedAt()).isPresent()
        ? end.within(thresholds.oomWindow(), now)
        : run.running().isEmpty();
  }

  private static Problem problem(ContainerRun run, ContainerEnd end) {
    Argument container = name("container", run.name());
    Problem problem =
        limit(run)
            .map(limit ->
                Problem.of(
                        run.pod(),
                        "Container {} ran out of memory at its limit of {}",
                        container,
                        number(limit.amount))
                    .evidence(limit.path, number(limit.amount)))
            .orElseGet(() ->
                Problem.of(run.pod(), "Container {} ran out of memory without a limit", container));
    return problem
        .container(run.name())
        .evidence(end.path() + ".reason", word(end.reason()))
        .evidence(end.path() + ".finishedAt", end.state().getFinishedAt())
        .evidence(run.path("restartCount"), number(run.restarts()));
  }

  private static Optional<Limit> limit(ContainerRun run) {
    return limit(run.spec().getResources(), run.specPath("resources.limits.memory"))
        .or(() -> limit(run.pod().getSpec().getResources(), "spec.resources.limits.memory"));
  }

  private static Optional<Limit> limit(@Nullable ResourceRequirements resources, String path) {
    return Optional.ofNullable(resources)
        .map(ResourceRequirements::getLimits)
        .map(limits -> limits.get("memory"))
        .map(Quantity::toString)
        .map(amount -> new Limit(path, amount));
  }

  private record Limit(String path, String amount) {}
}
