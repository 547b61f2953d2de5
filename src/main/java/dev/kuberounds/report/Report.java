package dev.kuberounds.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.Traffic;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one run, as {@code report.json} holds it. Every format is rendered from this
 * and nothing else. Everything but {@code run} and {@code stats} follows from the snapshot, the
 * configuration and the history, so the same facts make the same bytes.
 *
 * @param incidents the most important first
 * @param findings put in order of severity, object and rule
 * @param resolved findings of the previous run that are gone
 * @param rules the rules that were active
 */
@JsonPropertyOrder("schemaVersion")
public record Report(
    Run run,
    Cluster cluster,
    Scope scope,
    Verdict verdict,
    Score score,
    Coverage coverage,
    Summary summary,
    List<ReportedIncident> incidents,
    List<ReportedFinding> findings,
    List<ReportedFinding> resolved,
    List<Rule> rules,
    Stats stats) {

  public Report {
    incidents = List.copyOf(incidents);
    findings = findings.stream().sorted(ReportedFinding.ORDER).toList();
    resolved = resolved.stream().sorted(ReportedFinding.ORDER).toList();
    rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  @JsonProperty
  public String schemaVersion() {
    return "1";
  }

  /**
   * The run itself.
   *
   * @param trigger {@code schedule}, {@code manual} or {@code local}
   * @param previousRun null in a first run
   * @param missedRuns scheduled runs that did not happen since the previous one
   * @param outcome {@code completed}, {@code failed} or {@code interrupted}
   * @param gate coverage (0..1) below which nothing is graded
   * @param previousManifestSha256 null if there is no previous run
   */
  public record Run(
      String id,
      String trigger,
      Instant startedAt,
      Instant finishedAt,
      Tool tool,
      @JsonInclude @Nullable String previousRun,
      int missedRuns,
      String outcome,
      double gate,
      @Nullable String previousManifestSha256) {}

  /**
   * What made the report.
   *
   * @param ruleset hash over the ids and versions of the active rules
   */
  public record Tool(String name, String version, String ruleset) {}

  /**
   * The cluster as it was.
   *
   * @param source {@code live} or {@code dump}
   * @param version null if the source does not tell
   * @param takenAt the one "now" of every rule
   */
  public record Cluster(
      String id,
      String source,
      @JsonInclude @Nullable String version,
      Instant takenAt,
      int namespaces,
      int nodes,
      int objects) {}

  /**
   * The mark of the cluster, 0..100.
   *
   * @param value null if it is not graded
   * @param grade A to F; null if it is not graded
   * @param previous of the previous run; null if there is none or it was not graded
   */
  public record Score(
      @JsonInclude @Nullable Double value,
      @JsonInclude @Nullable String grade,
      @Nullable Double previous) {}

  /**
   * The ledger of what was looked at.
   *
   * @param ratio share 0..1 of what was to be inspected and was
   */
  public record Coverage(double ratio, List<Listing> listings, List<RuleRun> rules) {

    public Coverage {
      listings = listings.stream().sorted(Listing.ORDER).toList();
      rules = rules.stream().sorted(Comparator.comparing(RuleRun::rule)).toList();
    }
  }

  /**
   * What asking for one kind brought.
   *
   * @param namespace null: the whole cluster
   * @param outcome {@code listed}, {@code denied}, {@code absent}, {@code failed}, {@code
   *     truncated}
   * @param reason null if it was listed
   * @param rules ids of the rules that depend on it, if it was not listed
   * @param grant what would have to be granted; null if that would not help
   */
  public record Listing(
      String apiVersion,
      String kind,
      @JsonInclude @Nullable String namespace,
      String outcome,
      int objects,
      @Nullable String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rules,
      @Nullable String grant) {

    static final Comparator<Listing> ORDER =
        Comparator.comparing(Listing::kind)
            .thenComparing(Listing::apiVersion)
            .thenComparing(listing -> listing.namespace == null ? "" : listing.namespace);
  }

  /**
   * What became of one rule.
   *
   * @param outcome {@code ran}, {@code skipped}, {@code failed}, {@code disabled}
   * @param reason null if it ran
   * @param objects how many objects of its kind were judged
   */
  public record RuleRun(
      String rule, String outcome, @Nullable String reason, int objects, int findings) {}

  /** The counts every format shows. */
  public record Summary(BySeverity findings, Changes changes, int incidents) {}

  /** Findings by severity. */
  public record BySeverity(int critical, int high, int medium, int low, int info) {

    public static BySeverity of(Collection<ReportedFinding> findings) {
      int[] counts = new int[Severity.values().length];
      findings.forEach(finding -> counts[finding.severity().ordinal()]++);
      return new BySeverity(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
  }

  /** Findings by state, the resolved ones included. */
  public record Changes(
      @JsonProperty("new") int fresh,
      int unchanged,
      int changed,
      int regressed,
      int resolved,
      int notComparable) {

    /** Counts the open findings and the resolved ones. */
    public static Changes of(
        Collection<ReportedFinding> findings, Collection<ReportedFinding> resolved) {
      int[] counts = new int[Status.values().length];
      findings.forEach(finding -> counts[finding.status().ordinal()]++);
      resolved.forEach(finding -> counts[finding.status().ordinal()]++);
      return new Changes(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }
  }

  /** One row of the catalogue. */
  public record Rule(
      String id, String title, Severity severity, String category, List<String> equivalents) {

    public static Rule of(dev.kuberounds.analysis.Rule rule) {
      return new Rule(
          rule.id(), rule.title(), rule.severity(), rule.category().word(), rule.equivalents());
    }
  }

  /**
   * What the run cost. Measurements, never facts.
   *
   * @param peakHeapBytes null if it was not measured
   */
  public record Stats(
      long durationMillis, @Nullable Long peakHeapBytes, Traffic kubernetes, Usage explanation) {}

  /**
   * What explaining cost.
   *
   * @param cacheHits incidents whose stored explanation was still valid
   * @param costUsd null if the price is not known
   */
  public record Usage(
      int requests,
      int cacheHits,
      long inputTokens,
      long outputTokens,
      @JsonInclude @Nullable Double costUsd) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, null);
  }
}
