package dev.kuberounds.cluster.live;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.http.ApiException;
import dev.kuberounds.cluster.live.Discovery.Place;
import dev.kuberounds.cluster.read.ObjectCursor;
import dev.kuberounds.cluster.read.SortedObjects;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the lists of a run, all at the same time: of the whole cluster where that is allowed and
 * wanted, else namespace by namespace.
 */
final class ListStarter {

  private final PagedList.Reader reader;
  private final Discovery discovery;

  ListStarter(PagedList.Reader reader, Discovery discovery) {
    this.reader = reader;
    this.discovery = discovery;
  }

  /** The kinds as lists of the whole cluster. */
  List<ObjectCursor> clusterWide(Collection<Kind> kinds) {
    return kinds.stream().map(this::clusterWide).toList();
  }

  /** Namespaced kinds as far as scope and permissions go. */
  List<ObjectCursor> namespaced(Collection<Kind> kinds, Scope scope, Candidates candidates) {
    if (!scope.namespaces().isEmpty()) {
      Outcome elsewhere = new Outcome.Absent("not in scope");
      return kinds.stream()
          .map(kind -> perNamespace(kind, candidates.names(), elsewhere, List.of()))
          .toList();
    }
    Map<Kind, ObjectCursor> cursors = new LinkedHashMap<>();
    kinds.forEach(kind -> cursors.put(kind, clusterWide(kind)));
    Permissions permissions = new Permissions(candidates.names(), reader.api(), reader.threads());
    cursors.replaceAll(
        (kind, cursor) -> forbidden(cursor) ? allowed(kind, candidates, permissions) : cursor);
    return List.copyOf(cursors.values());
  }

  private static boolean forbidden(ObjectCursor cursor) {
    return cursor.namespace() == null && cursor.outcome("").equals(ApiException.FORBIDDEN);
  }

  private ObjectCursor clusterWide(Kind kind) {
    return switch (discovery.place(kind)) {
      case Place.Served(var resource) ->
          new ClusterWideCursor(kind, new OrderedList(reader.list(resource, null)));
      case Place.Nowhere(var outcome) -> new SortedObjects(kind, List.of(), outcome);
    };
  }

  private ObjectCursor allowed(Kind kind, Candidates candidates, Permissions permissions) {
    List<String> allowed =
        discovery.place(kind) instanceof Place.Served(var resource)
            ? permissions.mayList(kind, resource.plural())
            : List.of();
    Outcome denied =
        new Outcome.Denied(
            ApiException.FORBIDDEN.explanation() + "; " + candidates.limit(allowed.size()));
    return perNamespace(kind, allowed, denied, List.of(new Listing(kind, null, denied, 0)));
  }

  private ObjectCursor perNamespace(
      Kind kind, Collection<String> namespaces, Outcome elsewhere, List<Listing> clusterWide) {
    return switch (discovery.place(kind)) {
      case Place.Served(var resource) ->
          new PerNamespaceCursor(
              kind,
              namespaces,
              namespace -> new OrderedList(reader.list(resource, namespace)),
              elsewhere,
              clusterWide);
      case Place.Nowhere(var outcome) -> new SortedObjects(kind, List.of(), outcome);
    };
  }
}
