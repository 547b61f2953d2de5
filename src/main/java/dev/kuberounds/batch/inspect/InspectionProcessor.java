package dev.kuberounds.batch.inspect;

import dev.kuberounds.analysis.engine.Analysis;
import dev.kuberounds.analysis.engine.Examination;
import dev.kuberounds.anonymization.Identifiers;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import dev.kuberounds.cluster.snapshot.Snapshot;
import dev.kuberounds.diagnosis.CauseEdge;
import dev.kuberounds.diagnosis.CauseFinder;
import dev.kuberounds.history.record.Inspection;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Judges one scope and looks for causes in it. */
public final class InspectionProcessor implements ItemProcessor<Snapshot, Inspection> {

  private final Analysis analysis;
  private final boolean keepIdentifiers;

  /**
   * @param keepIdentifiers whether incidents will be anonymized later, which needs the names
   */
  public InspectionProcessor(Analysis analysis, boolean keepIdentifiers) {
    this.analysis = analysis;
    this.keepIdentifiers = keepIdentifiers;
  }

  @Override
  public Inspection process(Snapshot snapshot) {
    Examination examination = analysis.examine(snapshot);
    return new Inspection(
        namespace(snapshot),
        snapshot.inventory().size(),
        snapshot.all(Node.class).size(),
        examination,
        edges(snapshot, examination),
        keepIdentifiers ? Identifiers.of(snapshot).encode() : null);
  }

  private static String namespace(Snapshot snapshot) {
    return switch (snapshot) {
      case NamespaceSnapshot namespace -> namespace.name();
      case ClusterSnapshot _ -> "";
    };
  }

  private static List<CauseEdge> edges(Snapshot snapshot, Examination examination) {
    return switch (snapshot) {
      case NamespaceSnapshot namespace -> CauseFinder.edges(namespace, examination.findings());
      case ClusterSnapshot _ -> List.of();
    };
  }
}
