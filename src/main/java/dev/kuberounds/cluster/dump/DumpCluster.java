package dev.kuberounds.cluster.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kuberounds.cluster.ClusterConfigurationException;
import dev.kuberounds.cluster.ClusterInfo;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.Traffic;
import dev.kuberounds.cluster.read.KeyOrder;
import dev.kuberounds.cluster.read.NamespaceFilter;
import dev.kuberounds.cluster.read.NamespaceMerge;
import dev.kuberounds.cluster.read.SortedObjects;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.Inventory;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A cluster as one file holds it. Folders and archives will fill the same contents. */
public final class DumpCluster implements ClusterSource {

  private final ClusterInfo info;
  private final Scope scope;
  private final Set<Kind> kinds;
  private final DumpContents contents;
  private final ClusterSnapshot clusterScope;

  private DumpCluster(ClusterInfo info, Scope scope, Set<Kind> kinds, DumpContents contents) {
    this.info = info;
    this.scope = scope;
    this.kinds = kinds;
    this.contents = contents;
    this.clusterScope = new ClusterSnapshot(info.takenAt(), clusterInventory());
  }

  /**
   * Reads a file.
   *
   * @throws ClusterConfigurationException if that is not possible, or the scope names a namespace
   *     that is not in it
   */
  public static DumpCluster read(
      Path file, String id, Scope scope, Collection<Class<? extends HasMetadata>> models) {
    Set<Kind> kinds = new LinkedHashSet<>();
    kinds.add(Kind.of(Namespace.class));
    models.forEach(model -> kinds.add(Kind.of(model)));
    DumpContents contents = new DumpContents(kinds);
    try (JsonParser parser = DumpFile.open(file)) {
      new Documents(contents).read(parser);
      if (contents.isEmpty()) {
        throw new IOException("it holds no Kubernetes object");
      }
      String version = contents.description(DumpContents.VERSION).orElse(null);
      ClusterInfo info = new ClusterInfo(id, false, version, takenAt(contents, file));
      requireNamespaces(scope, contents, id);
      return new DumpCluster(info, scope, kinds, contents);
    } catch (IOException e) {
      throw new ClusterConfigurationException(
          "cannot read dump '%s': %s".formatted(file, words(file, e)), e);
    }
  }

  @Override
  public ClusterInfo info() {
    return info;
  }

  @Override
  public ClusterSnapshot clusterScope() {
    return clusterScope;
  }

  @Override
  public Iterator<NamespaceSnapshot> namespaces() {
    List<SortedObjects> cursors =
        kinds.stream()
            .filter(Kind::namespaced)
            .map(kind -> new SortedObjects(kind, contents.objects(kind), contents.outcome(kind)))
            .toList();
    return new NamespaceMerge(
        clusterScope, contents.namespaces(), new NamespaceFilter(scope), cursors);
  }

  @Override
  public List<Listing> listings() {
    return kinds.stream()
        .map(kind -> new Listing(kind, null, contents.outcome(kind), contents.objects(kind).size()))
        .sorted(KeyOrder.LISTINGS)
        .toList();
  }

  @Override
  public Traffic traffic() {
    return Traffic.NONE;
  }

  @Override
  public void close() {}

  private Inventory clusterInventory() {
    Inventory.Builder inventory = Inventory.builder();
    for (Kind kind : kinds) {
      if (!kind.namespaced()) {
        inventory.outcome(kind.model(), contents.outcome(kind));
        contents.objects(kind).stream().sorted(KeyOrder.OBJECTS).forEach(inventory::add);
      }
    }
    return inventory.build();
  }

  private static Instant takenAt(DumpContents contents, Path file) throws IOException {
    String said = contents.description(DumpContents.TAKEN_AT).orElse(null);
    if (said == null) {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return contents.newest().orElse(written);
    }
    try {
      return Instant.parse(said);
    } catch (DateTimeException e) {
      throw new IOException(
          "annotation %s is '%s'; write a time such as 2026-01-31T02:00:00Z"
              .formatted(DumpContents.TAKEN_AT, said),
          e);
    }
  }

  private static void requireNamespaces(Scope scope, DumpContents contents, String id) {
    for (String namespace : scope.namespaces()) {
      if (!contents.namespaces().contains(namespace)) {
        throw new ClusterConfigurationException(
            "namespace '%s' does not exist in cluster '%s'".formatted(namespace, id));
      }
    }
  }

  private static String words(Path file, IOException e) {
    if (!Files.exists(file)) {
      return "no such file";
    }
    if (Files.isDirectory(file)) {
      return "it is a folder; name a file";
    }
    if (!Files.isReadable(file)) {
      return "no permission";
    }
    if (e instanceof JsonProcessingException json) {
      String what = json.getOriginalMessage().lines().findFirst().orElse("not readable");
      return json.getLocation() == null
          ? what
          : "line %d, column %d: %s"
              .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr(), what);
    }
    return String.valueOf(e.getMessage());
  }
}
