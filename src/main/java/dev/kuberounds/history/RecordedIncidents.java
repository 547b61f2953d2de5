package dev.kuberounds.history;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.history.record.RecordedIncident;
import dev.kuberounds.history.record.RecordedIncident.Explained;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The incidents of all runs. */
public final class RecordedIncidents {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;

  public RecordedIncidents(JdbcTemplate template) {
    batch = template;
    jdbc = JdbcClient.create(template);
  }

  /** Stores the incidents of a run by rank, in place of earlier ones. */
  public void save(String run, List<Incident> incidents) {
    jdbc.sql("DELETE FROM incident WHERE run = ?").param(run).update();
    batch.batchUpdate(
        """
        INSERT INTO incident (run, id, rank, title, severity, findings, chain, affected)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        IntStream.range(0, incidents.size()).mapToObj(i -> row(run, i, incidents.get(i))).toList());
  }

  /** The incidents of a run by rank. */
  public List<RecordedIncident> of(String run) {
    return jdbc.sql("SELECT * FROM incident WHERE run = ? ORDER BY rank")
        .param(run)
        .query((row, _) -> {
          String outcome = row.getString("outcome");
          return new RecordedIncident(
              row.getString("id"),
              row.getString("title"),
              Severity.of(row.getString("severity")),
              Json.read(row.getString("findings"), new TypeReference<List<String>>() {}),
              Json.read(row.getString("chain"), new TypeReference<List<Incident.Link>>() {}),
              Json.read(row.getString("affected"), Incident.Affected.class),
              outcome == null
                  ? null
                  : new Explained(outcome, row.getString("explained_by"), row.getString("reason")));
        })
        .list();
  }

  /** Says what became of the explanation of an incident. */
  public void explained(String run, String incident, Explained explained) {
    jdbc.sql(
            "UPDATE incident SET outcome = ?, explained_by = ?, reason = ? WHERE run = ? AND id ="
                + " ?")
        .params(
            Arrays.asList(
                explained.outcome(), explained.contentKey(), explained.reason(), run, incident))
        .update();
  }

  private static Object[] row(String run, int rank, Incident incident) {
    return new Object[] {
      run,
      incident.id(),
      rank,
      incident.title(),
      incident.severity().word(),
      Json.write(incident.findings().stream().map(finding -> finding.fingerprint()).toList()),
      Json.write(incident.chain()),
      Json.write(incident.affected())
    };
  }
}
