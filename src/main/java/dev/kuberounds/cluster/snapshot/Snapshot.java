package dev.kuberounds.cluster.snapshot;

import dev.kuberounds.cluster.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The objects of one scope at one moment: a namespace, or what belongs to none. */
public sealed interface Snapshot permits NamespaceSnapshot, ClusterSnapshot {

  /** The only "now" a rule may use. */
  Instant takenAt();

  Inventory inventory();

  /** The objects of a kind in key order; empty if there are none or they could not be read. */
  default <T extends HasMetadata> List<T> all(Class<T> model) {
    return inventory().all(model);
  }

  /** The object of a kind by name. An empty answer means "missing" only if the kind is listed. */
  default <T extends HasMetadata> Optional<T> find(Class<T> model, String name) {
    return inventory().find(model, name);
  }

  /** How listing a kind in this scope ended. */
  default Outcome outcome(Class<? extends HasMetadata> model) {
    return inventory().outcome(model);
  }

  /** True if every object of the kind in this scope was read. */
  default boolean listed(Class<? extends HasMetadata> model) {
    return outcome(model) instanceof Outcome.Listed;
  }
}
