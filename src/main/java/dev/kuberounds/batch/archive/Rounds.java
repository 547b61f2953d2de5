package dev.kuberounds.batch.archive;

import dev.kuberounds.archive.Ending;
import dev.kuberounds.archive.Round;
import dev.kuberounds.explanation.ExplanationProperties;
import dev.kuberounds.report.Report;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the facts of a manifest.
 *
 * @param input SHA-256 of the dump; empty for a live cluster
 * @param configuration hash over the settings that shape the report
 * @param explanation what may be asked
 * @param environment of the process, for pod and node names
 */
public record Rounds(
    String input,
    String configuration,
    ExplanationProperties explanation,
    Map<String, String> environment) {

  /** A run that went to its end. */
  public Round completed(Report report, Instant startedAt, Instant finishedAt) {
    Map<String, Integer> outcomes =
        report.coverage().listings().stream()
            .collect(
                Collectors.groupingBy(
                    Report.Listing::outcome, TreeMap::new, Collectors.summingInt(_ -> 1)));
    return new Round(
        report.cluster().id(),
        report.run().id(),
        report.run().trigger(),
        report.run().missedRuns(),
        Ending.COMPLETED,
        null,
        null,
        report.run().startedAt(),
        report.run().finishedAt(),
        report.cluster().takenAt(),
        new Round.Measured(startedAt, finishedAt),
        new Round.Source(report.cluster().source(), input.isEmpty() ? null : input),
        report.scope(),
        new Round.Tool(
            report.run().tool().version(), report.run().tool().ruleset(), configuration, Map.of()),
        new Round.Identity(
            environment.get("POD_SERVICE_ACCOUNT"),
            environment.get("POD_NAME"),
            environment.get("NODE_NAME")),
        new Round.Coverage(report.coverage().ratio(), outcomes),
        report.verdict().word(),
        new Round.Score(report.score().value(), report.score().grade()),
        explanationUse(report));
  }

  private Round.ExplanationUse explanationUse(Report report) {
    boolean asked = explanation.enabled();
    return new Round.ExplanationUse(
        asked ? explanation.baseUrl().getHost() : null,
        asked ? explanation.model() : null,
        report.stats().explanation().requests(),
        explanation.anonymize());
  }
}
