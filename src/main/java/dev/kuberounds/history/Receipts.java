package dev.kuberounds.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each destination said to each run. */
public final class Receipts {

  private final JdbcClient jdbc;

  public Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One answer of a destination. */
  public record RecordedReceipt(
      String run, String destination, boolean delivered, String detail, Instant at) {}

  public void save(RecordedReceipt receipt) {
    jdbc.sql("DELETE FROM receipt WHERE run = ? AND destination = ?")
        .params(receipt.run(), receipt.destination())
        .update();
    jdbc.sql("INSERT INTO receipt (run, destination, delivered, detail, at) VALUES (?, ?, ?, ?, ?)")
        .params(
            receipt.run(),
            receipt.destination(),
            receipt.delivered(),
            receipt.detail(),
            Runs.time(receipt.at()))
        .update();
  }

  public List<RecordedReceipt> of(String run) {
    return jdbc.sql("SELECT * FROM receipt WHERE run = ? ORDER BY destination")
        .param(run)
        .query((row, _) ->
            new RecordedReceipt(
                row.getString("run"),
                row.getString("destination"),
                row.getBoolean("delivered"),
                row.getString("detail"),
                Runs.required(row, "at")))
        .list();
  }

  /** Completed runs of a cluster that a destination never got, the oldest first. */
  public List<String> undelivered(String cluster, String destination) {
    return jdbc.sql(
            """
            SELECT run.id FROM run JOIN receipt ON receipt.run = run.id
            WHERE run.cluster = ? AND receipt.destination = ? AND NOT receipt.delivered
            ORDER BY run.sequence\
            """)
        .params(cluster, destination)
        .query(String.class)
        .list();
  }

  /** Runs of a cluster that some destination still waits for. */
  public Set<String> undelivered(String cluster) {
    return jdbc
        .sql(
            """
            SELECT run.id FROM run JOIN receipt ON receipt.run = run.id
            WHERE run.cluster = ? AND NOT receipt.delivered\
            """)
        .param(cluster)
        .query(String.class)
        .set()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
