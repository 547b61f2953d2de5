package dev.kuberounds.batch.deliver;

import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.delivery.Destination;
import dev.kuberounds.history.Receipts;
import dev.kuberounds.history.Receipts.RecordedReceipt;
import dev.kuberounds.history.record.Run;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** What is to be delivered: earlier runs that did not get through, then this one. */
public final class DeliveryReader implements ItemReader<PendingDelivery> {

  private final CurrentRun current;
  private final Receipts receipts;
  private final List<Destination> destinations;
  private @Nullable Queue<PendingDelivery> pending;

  public DeliveryReader(CurrentRun current, Receipts receipts, List<Destination> destinations) {
    this.current = current;
    this.receipts = receipts;
    this.destinations = destinations;
  }

  @Override
  public @Nullable PendingDelivery read() {
    if (pending == null) {
      pending = pending(current.get());
    }
    return pending.poll();
  }

  private Queue<PendingDelivery> pending(Run run) {
    Set<String> delivered =
        receipts.of(run.id()).stream()
            .filter(RecordedReceipt::delivered)
            .map(RecordedReceipt::destination)
            .collect(Collectors.toSet());
    Queue<PendingDelivery> queue = new ArrayDeque<>();
    for (Destination destination : destinations) {
      receipts.undelivered(run.cluster().id(), destination.name()).stream()
          .filter(earlier -> !earlier.equals(run.id()))
          .forEach(earlier -> queue.add(new PendingDelivery(earlier, destination)));
      if (!delivered.contains(destination.name())) {
        queue.add(new PendingDelivery(run.id(), destination));
      }
    }
    return queue;
  }
}
