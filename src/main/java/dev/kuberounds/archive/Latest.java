package dev.kuberounds.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code latest.json} says: which run of a cluster is the newest, whatever its outcome. (The
 * folder {@code latest} holds the newest completed one.)
 *
 * @param run id of the run
 * @param manifestSha256 of the manifest as it was sealed
 * @param takenAt the moment the run speaks of; null if it failed before it knew
 * @param outcome how it ended
 * @param verdict null if it failed before it had one
 */
public record Latest(
    String run,
    String manifestSha256,
    @Nullable Instant takenAt,
    Ending outcome,
    @Nullable String verdict) {

  /** The file, inside the cluster's folder. */
  public static final String FILE = "latest.json";

  /** The folder, inside the cluster's folder. */
  public static final String FOLDER = "latest";

  public static Latest of(SealedRun run) {
    Round round = run.manifest().round();
    return new Latest(round.run(), run.sha256(), round.takenAt(), round.outcome(), round.verdict());
  }

  /**
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static Latest parse(byte[] json) {
    return Json.read(json, Latest.class);
  }

  public byte[] toJson() {
    return Json.write(this);
  }
}
