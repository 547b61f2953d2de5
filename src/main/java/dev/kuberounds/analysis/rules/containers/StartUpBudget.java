package dev.kuberounds.analysis.rules.containers;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long the probes of a container let it take to become ready. */
final class StartUpBudget {

  // the API's defaults: Kubernetes docs, configure probes
  private static final int PERIOD = 10;
  private static final int FAILURES = 3;

  private StartUpBudget() {}

  /** The startup probe's time and then the readiness probe's. */
  static Duration of(Container container) {
    return Stream.of(budget(container.getStartupProbe()), budget(container.getReadinessProbe()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration budget(@Nullable Probe probe) {
    if (probe == null) {
      return Duration.ZERO;
    }
    long initial = Objects.requireNonNullElse(probe.getInitialDelaySeconds(), 0);
    long period = Objects.requireNonNullElse(probe.getPeriodSeconds(), PERIOD);
    long failures = Objects.requireNonNullElse(probe.getFailureThreshold(), FAILURES);
    return Duration.ofSeconds(initial + period * failures);
  }
}
