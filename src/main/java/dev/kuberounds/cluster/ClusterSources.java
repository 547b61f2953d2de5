package dev.kuberounds.cluster;

import dev.kuberounds.cluster.dump.DumpCluster;
import dev.kuberounds.cluster.http.ClusterConnection;
import dev.kuberounds.cluster.live.LiveCluster;
import dev.kuberounds.cluster.read.LabelSelectorSyntax;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The kinds of cluster source there are. */
public final class ClusterSources {

  private ClusterSources() {}

  /**
   * A cluster read through its API server; connects with the first question asked.
   *
   * @param models the kinds to read
   * @param takenAt the "now" of the run if it was started before; null: the server's time
   * @throws ClusterConfigurationException if kubeconfig, context or scope cannot be right
   */
  public static ClusterSource live(
      ClusterProperties properties,
      Scope scope,
      Collection<Class<? extends HasMetadata>> models,
      @Nullable Instant takenAt) {
    LabelSelectorSyntax.check(scope.selector());
    ClusterConnection connection = ClusterConnection.open(properties);
    return new LiveCluster(connection, properties, scope, models, takenAt);
  }

  /**
   * A cluster as it was written to a file; reads the file at once.
   *
   * @param models the kinds to read
   * @throws ClusterConfigurationException if the file cannot be read or the scope cannot be right
   */
  public static ClusterSource dump(
      Path file, String clusterId, Scope scope, Collection<Class<? extends HasMetadata>> models) {
    LabelSelectorSyntax.check(scope.selector());
    return DumpCluster.read(file, clusterId, scope, models);
  }
}
