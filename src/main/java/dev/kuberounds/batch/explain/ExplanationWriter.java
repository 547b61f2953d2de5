package dev.kuberounds.batch.explain;

import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.history.RecordedIncidents;
import dev.kuberounds.history.record.RecordedIncident.Explained;
import java.util.SortedMap;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Notes what became of each incident's explanation. */
final class ExplanationWriter implements ItemWriter<SortedMap<String, Explained>> {

  private final CurrentRun current;
  private final RecordedIncidents incidents;

  ExplanationWriter(CurrentRun current, RecordedIncidents incidents) {
    this.current = current;
    this.incidents = incidents;
  }

  @Override
  public void write(Chunk<? extends SortedMap<String, Explained>> answers) {
    String run = current.id();
    answers.forEach(answer ->
        answer.forEach((incident, outcome) -> incidents.explained(run, incident, outcome)));
  }
}
