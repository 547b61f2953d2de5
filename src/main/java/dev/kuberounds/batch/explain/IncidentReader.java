package dev.kuberounds.batch.explain;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.RecordedIncidents;
import dev.kuberounds.history.record.RecordedIncident;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the incidents of the run that nobody has tried to explain yet, by rank. */
final class IncidentReader implements ItemReader<Incident> {

  private final CurrentRun current;
  private final RecordedIncidents incidents;
  private final Inspections inspections;
  private @Nullable Iterator<Incident> open;

  IncidentReader(CurrentRun current, RecordedIncidents incidents, Inspections inspections) {
    this.current = current;
    this.incidents = incidents;
    this.inspections = inspections;
  }

  @Override
  public @Nullable Incident read() {
    if (open == null) {
      open = open(current.id());
    }
    return open.hasNext() ? open.next() : null;
  }

  private Iterator<Incident> open(String run) {
    Map<String, Finding> findings =
        inspections.findings(run).stream()
            .collect(Collectors.toMap(Finding::fingerprint, Function.identity()));
    return incidents.of(run).stream()
        .filter(incident -> incident.explanation() == null)
        .map(incident -> incident(incident, findings))
        .iterator();
  }

  private static Incident incident(RecordedIncident stored, Map<String, Finding> findings) {
    return new Incident(
        stored.id(),
        stored.title(),
        stored.severity(),
        stored.findings().stream().map(id -> Objects.requireNonNull(findings.get(id))).toList(),
        stored.chain(),
        stored.affected());
  }
}
