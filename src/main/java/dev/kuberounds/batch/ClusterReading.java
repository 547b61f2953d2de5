package dev.kuberounds.batch;

import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.ClusterSources;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as it is read by this process. A continued run keeps the "now" it began with, so that
 * its rules judge by one clock.
 */
public final class ClusterReading implements AutoCloseable {

  private final ClusterProperties cluster;
  private final BatchProperties batch;
  private final RoundOrder order;
  private final CurrentRun current;
  private @Nullable ClusterSource source;
  private volatile boolean aborted;

  public ClusterReading(
      ClusterProperties cluster, BatchProperties batch, RoundOrder order, CurrentRun current) {
    this.cluster = cluster;
    this.batch = batch;
    this.order = order;
    this.current = current;
  }

  /** The open source; opened by the first caller. */
  public synchronized ClusterSource source() {
    if (source == null) {
      source = open();
    }
    return source;
  }

  /**
   * Ends a read that is under way in another thread. What it returns then is not the whole truth:
   * see {@link #requireNotAborted}.
   */
  public void abort() {
    aborted = true;
    close();
  }

  /** Refuses what was read while the source was being closed. */
  public void requireNotAborted() {
    if (aborted) {
      throw new IllegalStateException("the round is being stopped");
    }
  }

  @Override
  public synchronized void close() {
    if (source != null) {
      source.close();
      source = null;
    }
  }

  private ClusterSource open() {
    Path dump = batch.source();
    return dump == null
        ? ClusterSources.live(
            cluster,
            order.scope(),
            order.kinds(),
            current.find().map(run -> run.cluster().takenAt()).orElse(null))
        : ClusterSources.dump(dump, clusterId(dump), order.scope(), order.kinds());
  }

  private String clusterId(Path dump) {
    String configured = cluster.id();
    String file = Objects.requireNonNull(dump.getFileName(), "a dump has a name").toString();
    return configured == null
        ? file.replaceFirst("\\.gz$", "").replaceFirst("\\.(json|ya?ml|txt)$", "")
        : configured;
  }
}
