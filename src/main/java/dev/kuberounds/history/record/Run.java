package dev.kuberounds.history.record;

import dev.kuberounds.cluster.ClusterInfo;
import dev.kuberounds.cluster.Traffic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One round over one cluster.
 *
 * @param id ULID, sortable by time
 * @param job the Kubernetes Job's name, or a generated one: the identity of the batch job instance
 * @param command hash of what was asked for; the same command continues an unfinished run
 * @param trigger {@code schedule}, {@code manual} or {@code local}
 * @param state how far it got
 * @param previous the completed run before it; null in a first run
 * @param startedAt wall clock
 * @param finishedAt null while it runs
 * @param cluster what was read
 * @param ruleset hash over the active rules
 * @param restricted true if the scope leaves something out
 * @param traffic what reading cost
 * @param result null until the run was compared
 * @param manifest SHA-256 of its manifest; null until it was archived
 */
public record Run(
    String id,
    String job,
    String command,
    String trigger,
    Progress state,
    @Nullable String previous,
    Instant startedAt,
    @Nullable Instant finishedAt,
    ClusterInfo cluster,
    String ruleset,
    boolean restricted,
    Traffic traffic,
    @Nullable Result result,
    @Nullable String manifest) {

  /** A run that has just begun. */
  public static Run started(
      String id,
      String job,
      String command,
      String trigger,
      @Nullable String previous,
      Instant at,
      ClusterInfo cluster,
      String ruleset,
      boolean restricted) {
    return new Run(
        id,
        job,
        command,
        trigger,
        Progress.RUNNING,
        previous,
        at,
        null,
        cluster,
        ruleset,
        restricted,
        Traffic.NONE,
        null,
        null);
  }

  /** How far a run got. */
  public enum Progress {
    RUNNING,
    COMPLETED,
    FAILED,
    /** Killed, and given up when another run began. */
    INTERRUPTED
  }

  /**
   * What a run comes to.
   *
   * @param coverage share 0..1 of what was to be read
   * @param verdict the schema's word
   * @param score 0..100; null if not graded
   * @param grade A to F; null if not graded
   */
  public record Result(
      double coverage, String verdict, @Nullable Double score, @Nullable String grade) {}
}
