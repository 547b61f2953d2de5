package dev.kuberounds.batch;

import dev.kuberounds.cluster.snapshot.Snapshot;
import dev.kuberounds.history.record.Inspection;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.ItemProcessListener;

/** Is told of each scope that was inspected. */
@FunctionalInterface
public interface ProgressListener extends ItemProcessListener<Snapshot, Inspection> {

  /** Hears of nothing. */
  ProgressListener SILENT = (snapshot, inspection) -> {};

  /**
   * @param snapshot what was judged
   * @param inspection what came of it
   */
  void inspected(Snapshot snapshot, Inspection inspection);

  @Override
  default void afterProcess(Snapshot snapshot, @Nullable Inspection inspection) {
    if (inspection != null) {
      inspected(snapshot, inspection);
    }
  }
}
