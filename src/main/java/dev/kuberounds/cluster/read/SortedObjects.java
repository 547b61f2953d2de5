package dev.kuberounds.cluster.read;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cursor over objects that are in memory already, or over none because the kind has no list. */
public final class SortedObjects implements ObjectCursor {

  private final Kind kind;
  private final Deque<HasMetadata> rest;
  private final Outcome outcome;
  private final int objects;

  public SortedObjects(Kind kind, Collection<HasMetadata> objects, Outcome outcome) {
    this.kind = kind;
    this.rest = new ArrayDeque<>(objects.stream().sorted(KeyOrder.OBJECTS).toList());
    this.outcome = outcome;
    this.objects = objects.size();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String namespace() {
    HasMetadata next = rest.peek();
    return next == null ? null : KeyOrder.namespace(next);
  }

  @Override
  public HasMetadata next() {
    return rest.remove();
  }

  @Override
  public void dropLate() {
    throw new IllegalStateException("sorted objects cannot come late: " + rest.peek());
  }

  @Override
  public Outcome outcome(String namespace) {
    return outcome;
  }

  @Override
  public List<Listing> listings() {
    return List.of(new Listing(kind, null, outcome, objects));
  }
}
