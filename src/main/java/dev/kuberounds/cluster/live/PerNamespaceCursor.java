package dev.kuberounds.cluster.live;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.read.KeyOrder;
import dev.kuberounds.cluster.read.ObjectCursor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A kind read namespace by namespace, because more is not allowed or not wanted. */
final class PerNamespaceCursor implements ObjectCursor {

  private final Kind kind;
  private final Deque<String> waiting;
  private final Function<String, OrderedList> lister;
  private final Outcome elsewhere;
  private final List<Listing> clusterWide;
  private final NavigableMap<String, OrderedList> started = new TreeMap<>(KeyOrder.NAMESPACES);
  private @Nullable OrderedList current;
  private @Nullable OrderedList ahead;

  /**
   * @param namespaces where to list
   * @param lister starts the list of a namespace
   * @param elsewhere the outcome in all other namespaces
   * @param clusterWide what the ledger says of the whole cluster; empty if nobody asked for it
   */
  PerNamespaceCursor(
      Kind kind,
      Collection<String> namespaces,
      Function<String, OrderedList> lister,
      Outcome elsewhere,
      List<Listing> clusterWide) {
    this.kind = kind;
    this.waiting = new ArrayDeque<>(namespaces.stream().sorted(KeyOrder.NAMESPACES).toList());
    this.lister = lister;
    this.elsewhere = elsewhere;
    this.clusterWide = clusterWide;
    this.current = start();
    this.ahead = start();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String namespace() {
    while (current != null) {
      HasMetadata next = current.peek();
      if (next != null) {
        return KeyOrder.namespace(next);
      }
      current = ahead;
      ahead = start();
    }
    return null;
  }

  @Override
  public HasMetadata next() {
    return list().next();
  }

  @Override
  public void dropLate() {
    list().dropLate();
  }

  @Override
  public Outcome outcome(String namespace) {
    OrderedList list = started.get(namespace);
    return list == null ? elsewhere : list.outcome();
  }

  @Override
  public List<Listing> listings() {
    List<Listing> listings = new ArrayList<>(clusterWide);
    started.forEach((namespace, list) ->
        listings.add(new Listing(kind, namespace, list.outcome(), list.objects())));
    return listings;
  }

  private OrderedList list() {
    if (current == null) {
      throw new IllegalStateException("no more objects of kind " + kind.name());
    }
    return current;
  }

  private @Nullable OrderedList start() {
    String namespace = waiting.poll();
    if (namespace == null) {
      return null;
    }
    OrderedList list = lister.apply(namespace);
    started.put(namespace, list);
    return list;
  }
}
