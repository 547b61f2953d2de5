package dev.kuberounds.cluster.read;

import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.Inventory;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins lists of several kinds by namespace, as a sort-merge join does: each list is in key order,
 * so the next namespace is the smallest one at the head of any list.
 */
public final class NamespaceMerge implements Iterator<NamespaceSnapshot> {

  private final ClusterSnapshot cluster;
  private final NavigableSet<String> known = new TreeSet<>(KeyOrder.NAMESPACES);
  private final Predicate<String> inScope;
  private final List<ObjectCursor> cursors;
  private @Nullable String last;
  private @Nullable String upcoming;

  /**
   * @param known namespaces that exist, with or without objects
   * @param inScope tells the namespaces to keep
   */
  public NamespaceMerge(
      ClusterSnapshot cluster,
      Collection<String> known,
      Predicate<String> inScope,
      List<? extends ObjectCursor> cursors) {
    this.cluster = cluster;
    this.known.addAll(known);
    this.inScope = inScope;
    this.cursors = List.copyOf(cursors);
  }

  @Override
  public boolean hasNext() {
    while (upcoming == null) {
      String smallest = smallest();
      if (smallest == null) {
        return false;
      }
      if (inScope.test(smallest)) {
        upcoming = smallest;
      } else {
        pass(smallest);
      }
    }
    return true;
  }

  @Override
  public NamespaceSnapshot next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String namespace = Objects.requireNonNull(upcoming);
    Inventory.Builder inventory = Inventory.builder();
    for (ObjectCursor cursor : cursors) {
      while (namespace.equals(cursor.namespace())) {
        inventory.add(cursor.next());
      }
      // Only now is it known that no page broke in the middle of this namespace.
      inventory.outcome(cursor.kind().model(), cursor.outcome(namespace));
    }
    upcoming = null;
    done(namespace);
    return new NamespaceSnapshot(namespace, cluster, inventory.build());
  }

  private @Nullable String smallest() {
    cursors.forEach(this::dropLate);
    Stream<String> heads =
        cursors.stream().map(ObjectCursor::namespace).filter(Objects::nonNull).map(head -> head);
    return Stream.concat(heads, known.stream().limit(1)).min(KeyOrder.NAMESPACES).orElse(null);
  }

  private void dropLate(ObjectCursor cursor) {
    String head = cursor.namespace();
    while (last != null && head != null && KeyOrder.NAMESPACES.compare(head, last) <= 0) {
      cursor.dropLate();
      head = cursor.namespace();
    }
  }

  private void pass(String namespace) {
    for (ObjectCursor cursor : cursors) {
      while (namespace.equals(cursor.namespace())) {
        cursor.next();
      }
    }
    done(namespace);
  }

  private void done(String namespace) {
    known.remove(namespace);
    last = namespace;
  }
}
