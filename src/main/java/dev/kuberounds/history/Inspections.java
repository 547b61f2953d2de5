package dev.kuberounds.history;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.diagnosis.CauseEdge;
import dev.kuberounds.history.record.Inspection;
import dev.kuberounds.history.record.RecordedListing;
import dev.kuberounds.history.record.RuleRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run saw, scope by scope. */
public final class Inspections {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  public Inspections(JdbcTemplate template) {
    batch = template;
    jdbc = JdbcClient.create(template);
  }

  /** Stores a scope; what an earlier attempt left of it is replaced. */
  public void save(String run, Inspection inspection) {
    String scope = inspection.namespace();
    List.of("finding", "cause_edge", "inspection")
        .forEach(table ->
            jdbc.sql("DELETE FROM " + table + " WHERE run = ? AND namespace = ?")
                .params(run, scope)
                .update());
    batch.batchUpdate(
        "INSERT INTO finding (run, fingerprint, namespace, rule, content) VALUES (?, ?, ?, ?, ?)",
        inspection.examination().findings().stream()
            .map(f -> new Object[] {run, f.fingerprint(), scope, f.rule(), Json.write(f)})
            .toList());
    batch.batchUpdate(
        "INSERT INTO cause_edge (run, namespace, content) VALUES (?, ?, ?)",
        inspection.edges().stream()
            .map(edge -> new Object[] {run, scope, Json.write(edge)})
            .toList());
    SortedMap<String, RuleRun> rules = new TreeMap<>();
    inspection.examination().outcomes().forEach((id, o) -> rules.put(id, RuleRun.of(o)));
    jdbc.sql(
            """
            INSERT INTO inspection (run, namespace, objects, nodes, rules, identifiers)
            VALUES (?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                run,
                scope,
                inspection.objects(),
                inspection.nodes(),
                Json.write(rules),
                inspection.identifiers()))
        .update();
  }

  /** The scopes of a run that are done. */
  public Set<String> done(String run) {
    return jdbc
        .sql("SELECT namespace FROM inspection WHERE run = ?")
        .param(run)
        .query(String.class)
        .set()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Stores the coverage ledger, in place of an earlier one. */
  public void listings(String run, List<Listing> listings) {
    jdbc.sql("DELETE FROM listing WHERE run = ?").param(run).update();
    batch.batchUpdate(
        """
        INSERT INTO listing (run, api_version, kind, namespace, outcome, objects, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        listings.stream()
            .map(listing ->
                new @Nullable Object[] {
                  run,
                  listing.kind().apiVersion(),
                  listing.kind().name(),
                  listing.namespace(),
                  listing.outcome().word(),
                  listing.objects(),
                  listing.outcome().explanation()
                })
            .toList());
  }

  public List<RecordedListing> listings(String run) {
    return jdbc.sql("SELECT * FROM listing WHERE run = ? ORDER BY kind, api_version, namespace")
        .param(run)
        .query((row, _) ->
            new RecordedListing(
                row.getString("api_version"),
                row.getString("kind"),
                row.getString("namespace"),
                row.getString("outcome"),
                row.getInt("objects"),
                row.getString("reason")))
        .list();
  }

  /** What was found in this run, before it was compared with earlier ones. */
  public List<Finding> findings(String run) {
    return jdbc.sql(
            """
            SELECT content FROM finding WHERE run = ?
            AND (state IS NULL OR state NOT IN ('RESOLVED', 'NOT_COMPARABLE')) ORDER BY fingerprint\
            """)
        .param(run)
        .query((row, _) -> Json.read(row.getString(1), Finding.class))
        .list();
  }

  public List<CauseEdge> edges(String run) {
    return jdbc.sql("SELECT content FROM cause_edge WHERE run = ?")
        .param(run)
        .query((row, _) -> Json.read(row.getString(1), CauseEdge.class))
        .list();
  }

  /** What became of the rules, by scope and id. */
  public Map<String, SortedMap<String, RuleRun>> rules(String run) {
    Map<String, SortedMap<String, RuleRun>> scopes = new TreeMap<>();
    jdbc.sql("SELECT namespace, rules FROM inspection WHERE run = ?")
        .param(run)
        .query(row -> {
          scopes.put(
              row.getString("namespace"),
              Json.read(row.getString("rules"), new TypeReference<>() {}));
        });
    return scopes;
  }

  /** The encoded identifiers of a scope, if they were kept. */
  public Optional<String> identifiers(String run, String namespace) {
    return jdbc.sql("SELECT identifiers FROM inspection WHERE run = ? AND namespace = ?")
        .params(run, namespace)
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(found -> found);
  }

  /** Number of scopes, nodes and objects of a run. */
  public Size size(String run) {
    return jdbc.sql(
            """
            SELECT COUNT(*) - COUNT(CASE WHEN namespace = '' THEN 1 END), COALESCE(SUM(nodes), 0),
              COALESCE(SUM(objects), 0) FROM inspection WHERE run = ?\
            """)
        .param(run)
        .query((row, _) -> new Size(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  /** How much a run read. */
  public record Size(int namespaces, int nodes, int objects) {}
}
