package dev.kuberounds.cluster.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.cluster.ClusterConfigurationException;
import dev.kuberounds.cluster.ClusterInfo;
import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.ClusterUnavailableException;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.Traffic;
import dev.kuberounds.cluster.http.ApiException;
import dev.kuberounds.cluster.http.ApiServer;
import dev.kuberounds.cluster.http.ClusterConnection;
import dev.kuberounds.cluster.read.KeyOrder;
import dev.kuberounds.cluster.read.NamespaceFilter;
import dev.kuberounds.cluster.read.NamespaceMerge;
import dev.kuberounds.cluster.read.ObjectCursor;
import dev.kuberounds.cluster.read.ObjectDecoder;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.Inventory;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cluster read through its API server. */
public final class LiveCluster implements ClusterSource {

  private static final Kind NAMESPACE = Kind.of(Namespace.class);

  private final ClusterConnection connection;
  private final Scope scope;
  private final Set<Kind> kinds = new LinkedHashSet<>();
  private final @Nullable Instant givenTime;
  private final ApiServer api;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PagedList.Reader reader;
  private final List<ObjectCursor> cursors = new ArrayList<>();
  private @Nullable Start start;
  private @Nullable ClusterSnapshot clusterScope;

  private record Start(ClusterInfo info, ListStarter lists) {}

  /**
   * @param takenAt the "now" of the run; null: the server's time at its first answer
   */
  public LiveCluster(
      ClusterConnection connection,
      ClusterProperties properties,
      Scope scope,
      Collection<Class<? extends HasMetadata>> models,
      @Nullable Instant takenAt) {
    this.connection = connection;
    this.scope = scope;
    this.givenTime = takenAt;
    kinds.add(NAMESPACE); // always needed: it tells which namespaces there are
    models.forEach(model -> kinds.add(Kind.of(model)));
    api = new ApiServer(connection.http(), connection.server(), properties);
    reader = new PagedList.Reader(api, new ObjectDecoder(), properties.pageSize(), threads);
  }

  @Override
  public ClusterInfo info() {
    ClusterInfo info = start().info();
    if (!scope.namespaces().isEmpty()) {
      clusterScope(); // a namespace that does not exist should stop the run at once
    }
    return info;
  }

  @Override
  public ClusterSnapshot clusterScope() {
    if (clusterScope == null) {
      Start started = start();
      Inventory.Builder inventory = Inventory.builder();
      for (ObjectCursor cursor : started.lists().clusterWide(kinds(false))) {
        while (cursor.namespace() != null) {
          inventory.add(cursor.next());
        }
        inventory.outcome(cursor.kind().model(), cursor.outcome(""));
        cursors.add(cursor);
      }
      clusterScope = new ClusterSnapshot(started.info().takenAt(), inventory.build());
    }
    requireNamespaces(clusterScope);
    return clusterScope;
  }

  @Override
  public Iterator<NamespaceSnapshot> namespaces() {
    ClusterSnapshot cluster = clusterScope();
    NamespaceFilter filter = new NamespaceFilter(scope);
    Candidates candidates = candidates(cluster, filter);
    List<ObjectCursor> namespaced = start().lists().namespaced(kinds(true), scope, candidates);
    cursors.addAll(namespaced);
    return new NamespaceMerge(cluster, candidates.names(), filter, namespaced);
  }

  @Override
  public List<Listing> listings() {
    return cursors.stream()
        .flatMap(cursor -> cursor.listings().stream())
        .sorted(KeyOrder.LISTINGS)
        .toList();
  }

  @Override
  public Traffic traffic() {
    return api.traffic();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    connection.close();
  }

  private List<Kind> kinds(boolean namespaced) {
    return kinds.stream().filter(kind -> kind.namespaced() == namespaced).toList();
  }

  private Start start() {
    if (start == null) {
      start = connect();
    }
    return start;
  }

  private Start connect() {
    try {
      String version = version();
      Instant now = api.time();
      Instant takenAt = givenTime != null ? givenTime : now != null ? now : Instant.now();
      Discovery discovery = Discovery.of(api);
      return new Start(
          new ClusterInfo(connection.id(), true, version, takenAt),
          new ListStarter(reader, discovery));
    } catch (ApiException e) {
      throw new ClusterUnavailableException(
          "cannot read cluster '%s' at %s: %s; %s"
              .formatted(connection.id(), connection.server(), e.getMessage(), e.advice()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading was interrupted");
    }
  }

  private @Nullable String version() throws ApiException, InterruptedException {
    try {
      JsonNode version = api.get("/version", ApiServer.JSON).path("gitVersion");
      return version.isTextual() ? version.asText() : null;
    } catch (ApiException e) {
      if (e.code() == 403) {
        return null;
      }
      throw e;
    }
  }

  private void requireNamespaces(ClusterSnapshot cluster) {
    for (String namespace : scope.namespaces()) {
      if (cluster.listed(Namespace.class) && cluster.find(Namespace.class, namespace).isEmpty()) {
        throw new ClusterConfigurationException(
            "namespace '%s' does not exist in cluster '%s'".formatted(namespace, connection.id()));
      }
    }
  }

  private Candidates candidates(ClusterSnapshot cluster, NamespaceFilter filter) {
    boolean listed = cluster.listed(Namespace.class);
    Stream<String> names =
        !scope.namespaces().isEmpty()
            ? scope.namespaces().stream()
            : listed || connection.namespace() == null
                ? cluster.all(Namespace.class).stream().map(space -> space.getMetadata().getName())
                : Stream.of(connection.namespace());
    return new Candidates(
        names.filter(filter).distinct().toList(), listed || !scope.namespaces().isEmpty());
  }
}
