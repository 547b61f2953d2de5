package dev.kuberounds.history;

import dev.kuberounds.cluster.ClusterInfo;
import dev.kuberounds.cluster.Traffic;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.history.record.Run.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of all clusters. */
public final class Runs {

  private final JdbcClient jdbc;

  public Runs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(Run run) {
    jdbc.sql(
            """
            INSERT INTO run (id, cluster, job, command, run_trigger, state, previous, started_at, live,
              version, taken_at, ruleset, restricted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                run.id(),
                run.cluster().id(),
                run.job(),
                run.command(),
                run.trigger(),
                word(run.state()),
                run.previous(),
                time(run.startedAt()),
                run.cluster().live(),
                run.cluster().version(),
                time(run.cluster().takenAt()),
                run.ruleset(),
                run.restricted()))
        .update();
  }

  public Optional<Run> find(String id) {
    return jdbc.sql("SELECT * FROM run WHERE id = ?").param(id).query(Runs::run).optional();
  }

  /** The run of a job, whatever became of it. */
  public Optional<Run> ofJob(String job) {
    return jdbc.sql("SELECT * FROM run WHERE job = ? ORDER BY sequence DESC FETCH FIRST ROW ONLY")
        .param(job)
        .query(Runs::run)
        .optional();
  }

  /** The newest run of a command if it began after the given time and was not finished. */
  public Optional<Run> unfinished(String command, Instant after) {
    return jdbc.sql(
            "SELECT * FROM run WHERE command = ? ORDER BY sequence DESC FETCH FIRST ROW ONLY")
        .param(command)
        .query(Runs::run)
        .optional()
        .filter(run -> run.state() == Progress.RUNNING || run.state() == Progress.FAILED)
        .filter(run -> run.startedAt().isAfter(after));
  }

  /** The last run of a cluster that went to its end. */
  public Optional<Run> lastCompleted(String cluster) {
    return jdbc.sql(
            """
            SELECT * FROM run WHERE cluster = ? AND state = 'completed'
            ORDER BY sequence DESC FETCH FIRST ROW ONLY\
            """)
        .param(cluster)
        .query(Runs::run)
        .optional();
  }

  /** Runs of a cluster, the newest first. */
  public List<Run> newest(String cluster, int most) {
    return jdbc.sql(
            "SELECT * FROM run WHERE cluster = ? ORDER BY sequence DESC FETCH FIRST ? ROWS ONLY")
        .params(cluster, most)
        .query(Runs::run)
        .list();
  }

  /** Runs of all clusters, the newest first. */
  public List<Run> newest(int most) {
    return jdbc.sql("SELECT * FROM run ORDER BY sequence DESC FETCH FIRST ? ROWS ONLY")
        .param(most)
        .query(Runs::run)
        .list();
  }

  /** Compared runs whose id begins so. */
  public List<Run> beginningWith(String beginning) {
    return jdbc.sql("SELECT * FROM run WHERE id LIKE ? AND verdict IS NOT NULL ORDER BY id")
        .param(beginning.replaceAll("[^0-9A-Za-z]", "_") + "%")
        .query(Runs::run)
        .list();
  }

  /** Marks every other unfinished run of a cluster as given up. */
  public List<Run> interruptOthers(String cluster, String id) {
    List<Run> others =
        jdbc.sql(
                "SELECT * FROM run WHERE cluster = ? AND id <> ? AND state IN ('running',"
                    + " 'failed')")
            .params(cluster, id)
            .query(Runs::run)
            .list();
    others.forEach(other -> progress(other.id(), Progress.INTERRUPTED));
    return others;
  }

  public void progress(String id, Progress state) {
    jdbc.sql("UPDATE run SET state = ? WHERE id = ?").params(word(state), id).update();
  }

  public void traffic(String id, Traffic traffic) {
    jdbc.sql(
            """
            UPDATE run SET requests = requests + ?, received_bytes = received_bytes + ?,
              throttled = throttled + ? WHERE id = ?\
            """)
        .params(traffic.requests(), traffic.bytes(), traffic.throttled(), id)
        .update();
  }

  public void result(String id, Run.Result result) {
    jdbc.sql("UPDATE run SET coverage = ?, verdict = ?, score = ?, grade = ? WHERE id = ?")
        .params(
            Arrays.asList(result.coverage(), result.verdict(), result.score(), result.grade(), id))
        .update();
  }

  public void manifest(String id, String sha256) {
    jdbc.sql("UPDATE run SET manifest = ? WHERE id = ?").params(sha256, id).update();
  }

  public void finished(String id, Instant at) {
    jdbc.sql("UPDATE run SET finished_at = ? WHERE id = ?").params(time(at), id).update();
  }

  /** Removes a run and everything known of it alone. */
  public void delete(String id) {
    jdbc.sql("DELETE FROM run WHERE id = ?").param(id).update();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static Instant required(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static String word(Progress state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    String verdict = row.getString("verdict");
    return new Run(
        row.getString("id"),
        row.getString("job"),
        row.getString("command"),
        row.getString("run_trigger"),
        Progress.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("previous"),
        required(row, "started_at"),
        instant(row, "finished_at"),
        new ClusterInfo(
            row.getString("cluster"),
            row.getBoolean("live"),
            row.getString("version"),
            required(row, "taken_at")),
        row.getString("ruleset"),
        row.getBoolean("restricted"),
        new Traffic(row.getInt("requests"), row.getLong("received_bytes"), row.getInt("throttled")),
        verdict == null
            ? null
            : new Run.Result(
                row.getDouble("coverage"),
                verdict,
                row.getObject("score", Double.class),
                row.getString("grade")),
        row.getString("manifest"));
  }
}
