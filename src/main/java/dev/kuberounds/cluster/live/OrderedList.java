package dev.kuberounds.cluster.live;

import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.read.KeyOrder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a list in key order. API servers sort their lists, but some aggregated ones do
 * not: as soon as that shows, the rest of the list is read and sorted here.
 */
final class OrderedList {

  private final PagedList pages;
  private final Deque<HasMetadata> ready = new ArrayDeque<>();
  private String lastKey = "";
  private int taken;
  private int late;

  OrderedList(PagedList pages) {
    this.pages = pages;
  }

  /** The next object; null at the end. May wait for the server. */
  @Nullable HasMetadata peek() {
    for (Page page = null; ready.isEmpty(); ) {
      page = pages.next();
      if (page == null) {
        return null;
      }
      add(page);
    }
    return ready.peek();
  }

  HasMetadata next() {
    HasMetadata next = peek();
    if (next == null) {
      throw new NoSuchElementException();
    }
    taken++;
    lastKey = KeyOrder.key(next);
    return ready.remove();
  }

  /** Drops the next object, which has come after its turn. */
  void dropLate() {
    next();
    taken--;
    late++;
  }

  /** Number of objects taken in time. */
  int objects() {
    return taken;
  }

  Outcome outcome() {
    return switch (pages.outcome()) {
      case Outcome.Listed() when late > 0 ->
          new Outcome.Truncated(
              "the list is not in key order: %d objects came after their namespace was done"
                  .formatted(late));
      case Outcome outcome -> outcome;
    };
  }

  private void add(Page page) {
    List<HasMetadata> objects = page.objects();
    if (inOrder(objects)) {
      ready.addAll(objects);
      return;
    }
    List<HasMetadata> all = new ArrayList<>(objects);
    for (Page rest = pages.next(); rest != null; rest = pages.next()) {
      all.addAll(rest.objects());
    }
    Collections.sort(all, KeyOrder.OBJECTS);
    ready.addAll(all);
  }

  private boolean inOrder(List<HasMetadata> objects) {
    String before = lastKey;
    for (HasMetadata object : objects) {
      String key = KeyOrder.key(object);
      if (key.compareTo(before) < 0) {
        return false;
      }
      before = key;
    }
    return true;
  }
}
