package dev.kuberounds.cluster.snapshot;

import java.time.Instant;

/** The cluster-scoped objects: nodes, volumes, classes, namespaces. */
public record ClusterSnapshot(Instant takenAt, Inventory inventory) implements Snapshot {}
