package dev.kuberounds.batch.inspect;

import dev.kuberounds.batch.ClusterReading;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import dev.kuberounds.cluster.snapshot.Snapshot;
import dev.kuberounds.history.Inspections;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the cluster scope, then each namespace. Scopes a killed process finished are read over: a
 * list can only be read from its start.
 */
public final class SnapshotReader implements ItemReader<Snapshot> {

  private final ClusterReading reading;
  private final Inspections inspections;
  private final CurrentRun current;
  private @Nullable Set<String> done;
  private @Nullable Iterator<NamespaceSnapshot> namespaces;

  public SnapshotReader(ClusterReading reading, Inspections inspections, CurrentRun current) {
    this.reading = reading;
    this.inspections = inspections;
    this.current = current;
  }

  @Override
  public @Nullable Snapshot read() {
    Snapshot next = next();
    reading.requireNotAborted();
    return next;
  }

  private @Nullable Snapshot next() {
    if (namespaces == null || done == null) {
      ClusterSource source = reading.source();
      source.info();
      done = inspections.done(current.id());
      Snapshot cluster = source.clusterScope();
      namespaces = source.namespaces();
      if (!done.contains("")) {
        return cluster;
      }
    }
    while (namespaces.hasNext()) {
      NamespaceSnapshot next = namespaces.next();
      if (!done.contains(next.name())) {
        return next;
      }
    }
    return null;
  }
}
