package dev.kuberounds.analysis;

import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import java.util.stream.Stream;

/** Examines what belongs to no namespace. */
public non-sealed interface ClusterAnalyzer extends Analyzer {

  Stream<Problem> analyze(ClusterSnapshot cluster);
}
