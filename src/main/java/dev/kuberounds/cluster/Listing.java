package dev.kuberounds.cluster;

import org.jspecify.annotations.Nullable;

/**
 * One line of the coverage ledger: what asking for one kind brought.
 *
 * @param kind the kind asked for
 * @param namespace null: the whole cluster
 * @param outcome how it ended
 * @param objects number of objects read
 */
public record Listing(Kind kind, @Nullable String namespace, Outcome outcome, int objects) {}
