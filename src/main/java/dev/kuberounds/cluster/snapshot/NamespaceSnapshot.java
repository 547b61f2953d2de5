package dev.kuberounds.cluster.snapshot;

import java.time.Instant;

/**
 * The objects of one namespace, beside the cluster-scoped ones they refer to.
 *
 * @param name the namespace
 * @param cluster what belongs to no namespace; the same for every namespace of a run
 * @param inventory the namespaced objects
 */
public record NamespaceSnapshot(String name, ClusterSnapshot cluster, Inventory inventory)
    implements Snapshot {

  @Override
  public Instant takenAt() {
    return cluster.takenAt();
  }
}
