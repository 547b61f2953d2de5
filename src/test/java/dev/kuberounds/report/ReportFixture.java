package dev.kuberounds.report;

import static dev.kuberounds.report.FindingBuilder.finding;
import static dev.kuberounds.report.FindingBuilder.object;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A night of a shop's cluster, with a bit of everything a report can hold. */
final class ReportFixture {

  static final Instant NOW = Instant.parse("2026-11-22T18:00:04Z");
  static final RulePages PAGES = new RulePages("/report/rules/");

  /** Tries to be markup, a link, a mention, a formula and a command, and to turn the text round. */
  static final String HOSTILE =
      "x\"'><script>alert(1)</script><img src=x onerror=alert(1)>`[a](javascript:alert(1))`"
          + " @all #12 | ]]> ${7*7} \u202Egnp.exe\u0000 www.evil.example https://evil.example/a";

  private ReportFixture() {}

  static Report report() {
    List<ReportedFinding> loose =
        List.of(
            finding(
                    "missing-secret",
                    Severity.HIGH,
                    object("Deployment", "vault", "agent"),
                    "Secret [agent-tls] is missing")
                .seen(Status.NOT_COMPARABLE, 5)
                .build());
    return report(IncidentFixture.all(), loose, resolved(), Verdict.CRITICAL);
  }

  static Report report(
      List<IncidentBuilder> incidents,
      List<ReportedFinding> loose,
      List<ReportedFinding> resolved,
      Verdict verdict) {
    List<ReportedFinding> findings = new ArrayList<>(loose);
    incidents.forEach(incident -> findings.addAll(incident.findings()));
    return new Report(
        new Report.Run(
            "01M826QZ3V9K5T0X7B4D1HSEWN",
            "schedule",
            Instant.parse("2026-11-22T18:00:00Z"),
            Instant.parse("2026-11-22T18:01:12Z"),
            new Report.Tool("kube-rounds", "0.1.0", "3f9ac2d17b44"),
            "01M7ZM7Q80C5W2R6Y9P3N1KJFA",
            1,
            "completed",
            0.9,
            "19c4a7f0b2d85e6133fa90c8d7e4412b6f05aa9ce8317d2460b9f3c5d1e87a02"),
        new Report.Cluster("prod-eu", "live", "v1.34.2", NOW, 23, 14, 4_812),
        Scope.ALL,
        verdict,
        new Report.Score(71.5, "C", 77.0),
        CoverageFixture.coverage(),
        new Report.Summary(
            Report.BySeverity.of(findings),
            Report.Changes.of(findings, resolved),
            incidents.size()),
        incidents.stream().map(IncidentBuilder::build).toList(),
        findings,
        resolved,
        CoverageFixture.rules(),
        new Report.Stats(
            72_000,
            412_000_000L,
            new Traffic(61, 18_400_000, 2),
            new Report.Usage(1, 3, 5_210, 1_090, 0.0042)));
  }

  static List<ReportedFinding> resolved() {
    return List.of(
        finding(
                "storage-class-missing",
                Severity.HIGH,
                object("PersistentVolumeClaim", "search", "data-0"),
                "StorageClass [fast-ssd] does not exist")
            .seen(Status.RESOLVED, 6)
            .build(),
        finding(
                "job-failed",
                Severity.MEDIUM,
                object("Job", "reports", "nightly-export"),
                "Job has failed after #6# tries")
            .seen(Status.RESOLVED, 2)
            .build());
  }

  /** The defaults, but for the given values. */
  static ReportProperties properties(String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put("rounds.report." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("rounds.report", ReportProperties.class);
  }
}
