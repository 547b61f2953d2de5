package dev.kuberounds.cluster.live;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.read.KeyOrder;
import dev.kuberounds.cluster.read.ObjectCursor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind read by one list of the whole cluster. */
final class ClusterWideCursor implements ObjectCursor {

  private final Kind kind;
  private final OrderedList list;

  ClusterWideCursor(Kind kind, OrderedList list) {
    this.kind = kind;
    this.list = list;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String namespace() {
    HasMetadata next = list.peek();
    return next == null ? null : KeyOrder.namespace(next);
  }

  @Override
  public HasMetadata next() {
    return list.next();
  }

  @Override
  public void dropLate() {
    list.dropLate();
  }

  @Override
  public Outcome outcome(String namespace) {
    return list.outcome();
  }

  @Override
  public List<Listing> listings() {
    return List.of(new Listing(kind, null, list.outcome(), list.objects()));
  }
}
