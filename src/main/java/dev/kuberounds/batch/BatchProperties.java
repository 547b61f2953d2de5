package dev.kuberounds.batch;

import dev.kuberounds.analysis.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a round runs ({@code rounds.batch.*}).
 *
 * @param reportDir folder of the reports and of the embedded history
 * @param source a dump to read instead of a live cluster
 * @param namespaces the only namespaces to read; empty: all
 * @param excludedNamespaces globs of namespaces to leave out
 * @param trigger schedule, manual or local; not set: from the name of the Kubernetes Job
 * @param resumeWithin how old an unfinished run may be to be continued
 * @param failOn exit 1 if there is a finding of this severity or worse; {@code new-} before it:
 *     only for new or regressed ones
 * @param minCoverage exit 2 below this share (0..1) of what was to be read, and grade nothing
 */
@ConfigurationProperties("rounds.batch")
public record BatchProperties(
    @DefaultValue("reports") Path reportDir,
    @Nullable Path source,
    @DefaultValue List<String> namespaces,
    @DefaultValue List<String> excludedNamespaces,
    @Nullable String trigger,
    @DefaultValue("12h") Duration resumeWithin,
    @Nullable String failOn,
    @Nullable Double minCoverage) {

  private static final String ONLY_NEW = "new-";
  private static final double USUAL_GATE = 0.9;
  private static final List<String> TRIGGERS = List.of("schedule", "manual", "local");

  public BatchProperties {
    if (trigger != null && !TRIGGERS.contains(trigger)) {
      throw new IllegalArgumentException(
          "rounds.batch.trigger is '%s'; accepted: schedule, manual, local".formatted(trigger));
    }
    if (failOn != null) {
      severity(failOn);
    }
    if (minCoverage != null && (minCoverage < 0 || minCoverage > 1)) {
      throw new IllegalArgumentException(
          "rounds.batch.min-coverage is %s; accepted: 0 to 1".formatted(minCoverage));
    }
  }

  /** Coverage below which nothing is graded. */
  public double gate() {
    return minCoverage == null ? USUAL_GATE : minCoverage;
  }

  /** The severity from which on a finding fails the run; empty: none does. */
  public Optional<Severity> failSeverity() {
    return Optional.ofNullable(failOn).map(BatchProperties::severity);
  }

  /** True if only new and regressed findings fail the run. */
  public boolean failOnNewOnly() {
    return failOn != null && failOn.startsWith(ONLY_NEW);
  }

  private static Severity severity(String gate) {
    String word = gate.startsWith(ONLY_NEW) ? gate.substring(ONLY_NEW.length()) : gate;
    try {
      return Severity.of(word);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException(
          "rounds.batch.fail-on is '%s'; accepted: critical, high, medium, low, info, each also with %s before it"
              .formatted(gate, ONLY_NEW));
    }
  }
}
