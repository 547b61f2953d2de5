package dev.kuberounds.archive;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a run: what it was, which files it left, and which manifest came before. Its SHA-256
 * is taken over the bytes as written.
 *
 * @param schemaVersion of this format
 * @param type what kind of run
 * @param round what happened; its fields stand beside the others in JSON
 * @param chain the place among the cluster's manifests
 * @param artifacts every file of the run but the manifest, by name
 * @param pruned runs whose files the retention removed since the manifest before
 */
public record Manifest(
    String schemaVersion,
    String type,
    @JsonUnwrapped Round round,
    Chain chain,
    List<Entry> artifacts,
    List<String> pruned) {

  /** The file a manifest is written to, inside the run's folder. */
  public static final String FILE = "manifest.json";

  public Manifest {
    Objects.requireNonNull(chain, "chain");
    artifacts = List.copyOf(artifacts);
    pruned = List.copyOf(pruned);
  }

  static Manifest of(Round round, Chain chain, List<Entry> artifacts, List<String> pruned) {
    return new Manifest("1", "inspection", round, chain, artifacts, pruned);
  }

  /**
   * The place of a manifest among those of its cluster.
   *
   * @param id the same for all manifests that follow from one first run
   * @param sequence 1 for the first, without gaps
   * @param previous null for the first
   */
  public record Chain(String id, long sequence, @Nullable Previous previous) {}

  /** The manifest before, by run and SHA-256. */
  public record Previous(String run, String sha256) {}

  /**
   * One file of the run.
   *
   * @param name relative to the run's folder
   * @param mediaType such as {@code application/json}
   * @param size in bytes
   * @param sha256 in lower-case hex
   */
  public record Entry(String name, String mediaType, long size, String sha256) {

    static final Comparator<Entry> BY_NAME = Comparator.comparing(Entry::name);

    // No way out of the folder, and nothing hidden.
    private static final Pattern NAME = Pattern.compile("(?:\\w[\\w.-]*/)*\\w[\\w.-]*");

    public Entry {
      requireName(name);
    }

    /**
     * @throws IllegalArgumentException if a run's file cannot have that name
     */
    static void requireName(String name) {
      if (!NAME.matcher(name).matches() || name.equals(FILE)) {
        throw new IllegalArgumentException("'" + name + "' cannot be the name of a run's file");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if the bytes are not a manifest
   */
  public static Manifest parse(byte[] json) {
    return Json.read(json, Manifest.class);
  }

  /** Whether this run is newer than the other one, or the same. */
  public boolean follows(Manifest other) {
    // Sequences of two chains cannot be compared; clocks can, roughly.
    return chain.id().equals(other.chain.id())
        ? chain.sequence() >= other.chain.sequence()
        : !round.measured().startedAt().isBefore(other.round.measured().startedAt());
  }
}
