package dev.kuberounds.history;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.RuleRun;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.history.record.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of findings over the runs of a cluster. */
public final class Comparisons {

  private final JdbcClient jdbc;
  private final Inspections inspections;

  public Comparisons(JdbcClient jdbc, Inspections inspections) {
    this.jdbc = jdbc;
    this.inspections = inspections;
  }

  /** Gives each finding of a run its state and adds those that were not seen again. */
  public void compare(Run run) {
    Map<String, SortedMap<String, RuleRun>> rules = inspections.rules(run.id());
    boolean everyNamespaceKnown =
        !run.restricted()
            && inspections.listings(run.id()).stream()
                .anyMatch(listing -> listing.kind().equals("Namespace") && listing.listed());
    new Comparison(known(run), run.cluster().takenAt())
        .compare(
            inspections.findings(run.id()),
            finding -> examined(finding, rules, everyNamespaceKnown))
        .forEach(recorded -> save(run.id(), recorded));
  }

  /** The findings of a compared run, those not seen again included. */
  public List<RecordedFinding> findings(String run) {
    return jdbc.sql("SELECT * FROM finding WHERE run = ? ORDER BY fingerprint")
        .param(run)
        .query(Comparisons::recorded)
        .list();
  }

  private static boolean examined(
      Finding finding, Map<String, SortedMap<String, RuleRun>> rules, boolean everyNamespaceKnown) {
    String namespace = finding.owner().namespace();
    SortedMap<String, RuleRun> there = rules.get(namespace == null ? "" : namespace);
    if (there == null) {
      // the namespace is gone, if one may conclude that
      return everyNamespaceKnown
          && rules.values().stream().anyMatch(scope -> scope.containsKey(finding.rule()));
    }
    RuleRun outcome = there.get(finding.rule());
    return outcome != null && outcome.ran();
  }

  /**
   * The last word on each finding of the run's cluster: the previous run carries all that are open,
   * and what was resolved is a row of the run that noticed.
   */
  private Map<String, RecordedFinding> known(Run run) {
    Map<String, RecordedFinding> known = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT finding.* FROM finding JOIN run ON run.id = finding.run
            WHERE run.cluster = ? AND run.state = 'completed'
              AND (finding.state = 'RESOLVED' OR run.id = ?)
            ORDER BY run.sequence\
            """)
        .params(run.cluster().id(), Objects.requireNonNullElse(run.previous(), ""))
        .query(row -> {
          RecordedFinding recorded = recorded(row, 0);
          known.put(recorded.finding().fingerprint(), recorded);
        });
    return known;
  }

  private void save(String run, RecordedFinding recorded) {
    Finding finding = recorded.finding();
    int updated =
        jdbc.sql(
                """
                UPDATE finding SET state = ?, first_seen = ?, last_seen = ?, opened_at = ?,
                  occurrences = ? WHERE run = ? AND fingerprint = ?\
                """)
            .params(
                recorded.state().name(),
                Runs.time(recorded.firstSeen()),
                Runs.time(recorded.lastSeen()),
                Runs.time(recorded.openedAt()),
                recorded.occurrences(),
                run,
                finding.fingerprint())
            .update();
    if (updated == 0) {
      String namespace = finding.owner().namespace();
      jdbc.sql(
              """
              INSERT INTO finding (run, fingerprint, namespace, rule, content, state, first_seen,
                last_seen, opened_at, occurrences) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
              """)
          .params(
              run,
              finding.fingerprint(),
              namespace == null ? "" : namespace,
              finding.rule(),
              Json.write(finding),
              recorded.state().name(),
              Runs.time(recorded.firstSeen()),
              Runs.time(recorded.lastSeen()),
              Runs.time(recorded.openedAt()),
              recorded.occurrences())
          .update();
    }
  }

  private static RecordedFinding recorded(ResultSet row, int number) throws SQLException {
    return new RecordedFinding(
        Json.read(row.getString("content"), Finding.class),
        State.valueOf(row.getString("state")),
        Runs.required(row, "first_seen"),
        Runs.required(row, "last_seen"),
        Runs.required(row, "opened_at"),
        row.getInt("occurrences"));
  }
}
