package dev.kuberounds.report.assembly;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.RecordedIncident;
import dev.kuberounds.report.ReportProperties;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.ReportedIncident.Affected;
import dev.kuberounds.report.ReportedIncident.RootCause;
import dev.kuberounds.report.ReportedIncident.Step;
import dev.kuberounds.report.ReportedIncident.Unknown;
import dev.kuberounds.report.Status;
import dev.kuberounds.report.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the incidents of a report: the stored ones with state, age and due date of their root. */
final class IncidentAssembler {

  private final Facts facts;
  private final ReportProperties properties;
  private final Function<RecordedIncident, Optional<ReportedIncident.Explanation>> explanations;
  private final Map<String, RecordedFinding> findings;

  IncidentAssembler(
      Facts facts,
      ReportProperties properties,
      Function<RecordedIncident, Optional<ReportedIncident.Explanation>> explanations) {
    this.facts = facts;
    this.properties = properties;
    this.explanations = explanations;
    this.findings =
        facts.findings().stream()
            .collect(Collectors.toMap(f -> f.finding().fingerprint(), Function.identity()));
  }

  List<ReportedIncident> all() {
    return facts.incidents().stream().map(this::incident).toList();
  }

  private ReportedIncident incident(RecordedIncident incident) {
    RecordedFinding root = Objects.requireNonNull(findings.get(incident.root()));
    Status status = States.of(root.state());
    Urgency urgency = Urgency.of(incident.severity(), status);
    Optional<Instant> due = properties.due().period(urgency).map(root.openedAt()::plus);
    Finding cause = root.finding();
    return new ReportedIncident(
        incident.id(),
        incident.title(),
        incident.severity(),
        new RootCause(cause.rule(), cause.owner(), cause.fingerprint()),
        incident.findings(),
        new Affected(
            incident.affected().objects(),
            incident.affected().workloads(),
            incident.affected().namespaces()),
        explanations.apply(incident).orElse(null),
        status,
        root.firstSeen(),
        root.occurrences(),
        urgency,
        due.orElse(null),
        due.filter(date -> date.isBefore(facts.run().cluster().takenAt())).isPresent(),
        incident.chain().stream().map(IncidentAssembler::step).toList(),
        unknown(incident));
  }

  private static Step step(Incident.Link link) {
    return new Step(link.cause(), link.symptom(), link.relation());
  }

  /** What was not read where this incident is, and might change the picture. */
  private List<Unknown> unknown(RecordedIncident incident) {
    Set<String> namespaces =
        incident.findings().stream()
            .flatMap(id -> Optional.ofNullable(findings.get(id)).stream())
            .flatMap(f -> Optional.ofNullable(f.finding().owner().namespace()).stream())
            .collect(Collectors.toSet());
    return facts.listings().stream()
        .filter(listing -> !listing.listed())
        .filter(l -> l.namespace() == null || namespaces.contains(l.namespace()))
        .map(l -> new Unknown(l.kind(), l.namespace(), l.outcome()))
        .toList();
  }
}
