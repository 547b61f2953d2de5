package dev.kuberounds.analysis;

import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import java.util.stream.Stream;

/** Examines one namespace. */
public non-sealed interface NamespaceAnalyzer extends Analyzer {

  Stream<Problem> analyze(NamespaceSnapshot namespace);
}
