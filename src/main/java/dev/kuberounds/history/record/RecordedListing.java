package dev.kuberounds.history.record;

import org.jspecify.annotations.Nullable;

/**
 * A line of a stored coverage ledger.
 *
 * @param namespace null: the whole cluster
 * @param outcome {@code listed}, {@code denied}, {@code absent}, {@code failed}, {@code truncated}
 * @param reason empty if it was listed
 */
public record RecordedListing(
    String apiVersion,
    String kind,
    @Nullable String namespace,
    String outcome,
    int objects,
    String reason) {

  public boolean listed() {
    return outcome.equals("listed");
  }
}
