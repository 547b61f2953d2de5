package dev.kuberounds.cluster;

import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import java.util.Iterator;
import java.util.List;

/**
 * A cluster that can be read once from front to back: a live API server or a dump. Call the methods
 * in the order they stand here.
 */
public interface ClusterSource extends AutoCloseable {

  /**
   * Version, time and identity of the cluster.
   *
   * @throws ClusterUnavailableException if nothing can be read at all
   */
  ClusterInfo info();

  /** Reads what belongs to no namespace. */
  ClusterSnapshot clusterScope();

  /**
   * Reads the namespaces in scope, one at a time, in the API server's key order. Trouble with one
   * kind is an {@link Outcome} in the snapshots, not an exception.
   */
  Iterator<NamespaceSnapshot> namespaces();

  /** The coverage ledger; complete once the last namespace was read. */
  List<Listing> listings();

  /** What the reading has cost so far. */
  Traffic traffic();

  @Override
  void close();
}
