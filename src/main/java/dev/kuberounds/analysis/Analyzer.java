package dev.kuberounds.analysis;

/**
 * Examines a snapshot for one kind of trouble. Stateless; sees only what its rule declares to read.
 * The class gives the rule its name: {@code CrashLoopingContainer} is {@code
 * crash-looping-container}.
 */
public sealed interface Analyzer permits NamespaceAnalyzer, ClusterAnalyzer {

  Rule rule();
}
