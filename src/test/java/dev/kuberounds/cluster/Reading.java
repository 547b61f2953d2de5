package dev.kuberounds.cluster;

import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Everything a source tells in one pass, as the job reads it. */
public record Reading(
    ClusterInfo info,
    ClusterSnapshot cluster,
    List<NamespaceSnapshot> namespaces,
    List<Listing> listings,
    Traffic traffic) {

  public static Reading of(ClusterSource source) {
    try (source) {
      ClusterInfo info = source.info();
      ClusterSnapshot cluster = source.clusterScope();
      List<NamespaceSnapshot> namespaces = new ArrayList<>();
      for (Iterator<NamespaceSnapshot> all = source.namespaces(); all.hasNext(); ) {
        namespaces.add(all.next());
      }
      return new Reading(info, cluster, namespaces, source.listings(), source.traffic());
    }
  }

  public NamespaceSnapshot namespace(String name) {
    return namespaces.stream()
        .filter(namespace -> namespace.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " is not among " + names()));
  }

  public List<String> names() {
    return namespaces.stream().map(NamespaceSnapshot::name).toList();
  }

  /** {@code namespace/name} of all objects of a kind, in the order they came. */
  public List<String> paths(Class<? extends HasMetadata> model) {
    return namespaces.stream()
        .flatMap(namespace -> namespace.all(model).stream())
        .map(object -> ObjectRef.of(object).path())
        .toList();
  }

  /** The lines of the ledger about a kind, in short. */
  public List<String> ledger(Class<? extends HasMetadata> model) {
    return listings.stream()
        .filter(listing -> listing.kind().model() == model)
        .map(listing ->
            "%s %s %d %s"
                .formatted(
                    listing.namespace() == null ? "*" : listing.namespace(),
                    listing.outcome().word(),
                    listing.objects(),
                    listing.outcome().explanation())
                .strip())
        .toList();
  }
}
