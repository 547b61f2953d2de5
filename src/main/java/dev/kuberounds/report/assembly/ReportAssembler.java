package dev.kuberounds.report.assembly;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.RecordedIncident;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.history.record.State;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportProperties;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts a report together.
 *
 * @param version of kube-rounds
 * @param active the rules that were selected
 * @param all every rule there is
 * @param scope what was inspected
 * @param gate coverage (0..1) below which nothing is graded
 * @param properties of reports
 */
public record ReportAssembler(
    String version,
    Collection<Rule> active,
    Collection<Rule> all,
    Scope scope,
    double gate,
    ReportProperties properties) {

  /**
   * The report of a run.
   *
   * @param explanations what is known of the explanation of an incident; empty if nobody was asked
   * @param usage what explaining cost
   * @param previousManifest SHA-256 of the manifest before; null if there is none
   * @param now wall clock, for the measurements of a live run only
   */
  public Report assemble(
      Facts facts,
      Function<RecordedIncident, Optional<ReportedIncident.Explanation>> explanations,
      Report.Usage usage,
      @Nullable String previousManifest,
      Instant now) {
    List<ReportedIncident> incidents = new IncidentAssembler(facts, properties, explanations).all();
    List<ReportedFinding> findings = new ArrayList<>();
    List<ReportedFinding> resolved = new ArrayList<>();
    Map<String, Integer> evidence = firstEvidence(facts);
    Map<String, String> incidentOf = incidentOf(facts);
    for (RecordedFinding recorded : facts.findings()) {
      (recorded.state() == State.RESOLVED ? resolved : findings)
          .add(finding(recorded, evidence, incidentOf));
    }
    return new Report(
        run(facts, previousManifest, now),
        cluster(facts),
        scope,
        verdict(facts, incidents),
        score(facts),
        new CoverageAssembler(facts, active, all).coverage(),
        new Report.Summary(
            Report.BySeverity.of(findings),
            Report.Changes.of(findings, resolved),
            incidents.size()),
        incidents,
        findings,
        resolved,
        active.stream().map(Report.Rule::of).toList(),
        stats(facts, usage, now));
  }

  /** What a run comes to, as history keeps it. */
  public Run.Result result(Facts facts) {
    List<ReportedIncident> incidents =
        new IncidentAssembler(facts, properties, _ -> Optional.empty()).all();
    Report.Score score = score(facts);
    return new Run.Result(
        facts.coverage(), verdict(facts, incidents).word(), score.value(), score.grade());
  }

  private Verdict verdict(Facts facts, List<ReportedIncident> incidents) {
    return Verdict.of(
        incidents.stream().map(ReportedIncident::urgency).toList(), facts.coverage(), gate);
  }

  private Report.Score score(Facts facts) {
    Run previous = facts.previous();
    Double before =
        previous == null || previous.result() == null ? null : previous.result().score();
    if (facts.coverage() < gate) {
      return new Report.Score(null, null, before);
    }
    List<Severity> severities = facts.incidents().stream().map(RecordedIncident::severity).toList();
    Grade grade = Grade.of(severities, facts.size().namespaces());
    return new Report.Score(grade.score(), grade.letter(), before);
  }

  private Report.Run run(Facts facts, @Nullable String previousManifest, Instant now) {
    Run run = facts.run();
    boolean live = run.cluster().live();
    Instant takenAt = run.cluster().takenAt();
    return new Report.Run(
        run.id(),
        run.trigger(),
        live ? run.startedAt() : takenAt,
        live ? now : takenAt,
        new Report.Tool("kube-rounds", version, run.ruleset()),
        run.previous(),
        0,
        "completed",
        gate,
        previousManifest);
  }

  private static Report.Cluster cluster(Facts facts) {
    var cluster = facts.run().cluster();
    return new Report.Cluster(
        cluster.id(),
        cluster.live() ? "live" : "dump",
        cluster.version(),
        cluster.takenAt(),
        facts.size().namespaces(),
        facts.size().nodes(),
        facts.size().objects());
  }

  private static Report.Stats stats(Facts facts, Report.Usage usage, Instant now) {
    Run run = facts.run();
    boolean live = run.cluster().live();
    long millis = live ? now.toEpochMilli() - run.startedAt().toEpochMilli() : 0;
    return new Report.Stats(millis, null, run.traffic(), usage);
  }

  private static ReportedFinding finding(
      RecordedFinding recorded, Map<String, Integer> evidence, Map<String, String> incidentOf) {
    Finding finding = recorded.finding();
    return ReportedFinding.of(
        finding,
        evidence.getOrDefault(finding.fingerprint(), 1),
        States.of(recorded.state()),
        recorded.firstSeen(),
        recorded.lastSeen(),
        recorded.occurrences(),
        incidentOf.get(finding.fingerprint()));
  }

  private static Map<String, String> incidentOf(Facts facts) {
    Map<String, String> incidents = new HashMap<>();
    facts
        .incidents()
        .forEach(incident -> incident.findings().forEach(id -> incidents.put(id, incident.id())));
    return incidents;
  }

  /** Evidence is numbered through each incident, so that explanations can cite it. */
  private static Map<String, Integer> firstEvidence(Facts facts) {
    Map<String, Integer> counts = new HashMap<>();
    facts
        .findings()
        .forEach(f -> counts.put(f.finding().fingerprint(), f.finding().evidence().size()));
    Map<String, Integer> first = new HashMap<>();
    for (RecordedIncident incident : facts.incidents()) {
      int next = 1;
      for (String fingerprint : incident.findings()) {
        first.put(fingerprint, next);
        next += counts.getOrDefault(fingerprint, 0);
      }
    }
    return first;
  }
}
