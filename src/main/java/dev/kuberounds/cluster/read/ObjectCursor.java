package dev.kuberounds.cluster.read;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of one namespaced kind in key order, taken one by one. */
public interface ObjectCursor {

  Kind kind();

  /** Namespace of the next object; null at the end. May wait for the source. */
  @Nullable String namespace();

  /** Takes the next object; only if {@link #namespace()} is not null. */
  HasMetadata next();

  /** Drops the next object, because it comes after the snapshot of its namespace is out. */
  void dropLate();

  /** How the listing went in a namespace; to be asked after the namespace's objects were taken. */
  Outcome outcome(String namespace);

  /** The lines of the ledger so far. */
  List<Listing> listings();
}
