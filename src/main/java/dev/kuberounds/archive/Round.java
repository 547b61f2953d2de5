package dev.kuberounds.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kuberounds.cluster.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest states about a run beside its files. What a failed run did not get to know is
 * null.
 *
 * @param cluster id of the cluster, as in the report
 * @param run id of the run
 * @param trigger {@code schedule}, {@code manual} or {@code local}
 * @param missedRuns scheduled runs that did not happen since the last one
 * @param outcome how the run ended
 * @param failedStep the step a failed run ended in
 * @param reason why a run failed or was interrupted
 * @param startedAt as in the report: for a dump, {@code takenAt}
 * @param finishedAt as in the report: for a dump, {@code takenAt}
 * @param takenAt the moment the report speaks of
 * @param measured the real times, also for a dump
 * @param source what was read
 * @param scope which part of it
 * @param tool what read it
 * @param identity as whom and where it ran
 * @param coverage how much could be read
 * @param verdict the report's verdict
 * @param score the report's score
 * @param explanation what went to an AI
 */
public record Round(
    String cluster,
    String run,
    String trigger,
    int missedRuns,
    Ending outcome,
    @Nullable String failedStep,
    @Nullable String reason,
    Instant startedAt,
    Instant finishedAt,
    @Nullable Instant takenAt,
    Measured measured,
    Source source,
    Scope scope,
    Tool tool,
    Identity identity,
    @Nullable Coverage coverage,
    @Nullable String verdict,
    @Nullable Score score,
    @Nullable ExplanationUse explanation) {

  public Round { // also made from JSON, where anything may be missing
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(measured, "measured");
  }

  /** Wall-clock times of the run. */
  public record Measured(Instant startedAt, Instant finishedAt) {}

  /**
   * What was read.
   *
   * @param kind {@code live} or {@code dump}
   * @param sha256 of the dump's bytes; null for a live cluster
   */
  public record Source(String kind, @Nullable String sha256) {}

  /**
   * The program that ran.
   *
   * @param version of kube-rounds
   * @param ruleset hash over the rules that were active
   * @param configuration hash over the settings that shape the report
   * @param templates SHA-256 of each overridden template by path; empty: none
   */
  public record Tool(
      String version,
      String ruleset,
      String configuration,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> templates) {

    public Tool {
      templates = sorted(templates);
    }
  }

  /** As whom and where the run happened; nulls outside of a cluster. */
  public record Identity(
      @Nullable String serviceAccount, @Nullable String pod, @Nullable String node) {}

  /**
   * How much of the scope could be read.
   *
   * @param ratio 0..1
   * @param counts listings by outcome
   */
  public record Coverage(double ratio, Map<String, Integer> counts) {

    public Coverage {
      counts = sorted(counts);
    }
  }

  /** The report's score; nulls if it was withheld. */
  public record Score(@Nullable Double value, @Nullable String grade) {}

  /**
   * What went to an AI.
   *
   * @param host null: nothing was asked
   * @param model null: nothing was asked
   * @param requests sent by this run
   * @param anonymized whether names were replaced before anything was sent
   */
  public record ExplanationUse(
      @Nullable String host, @Nullable String model, int requests, boolean anonymized) {}

  /** Null where an older or shorter manifest leaves a map out. */
  private static <V> SortedMap<String, V> sorted(@Nullable Map<String, V> map) {
    return map == null ? new TreeMap<>() : new TreeMap<>(map);
  }
}
