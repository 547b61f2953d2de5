package dev.kuberounds.batch;

import dev.kuberounds.analysis.Analyzer;
import dev.kuberounds.cluster.Scope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;

/**
 * What one round is asked to do.
 *
 * @param job identity of the batch job's instance: the Kubernetes Job's name, or a generated one
 * @param command hash of everything that makes two orders the same
 * @param configuration hash over the settings that shape the report
 * @param trigger {@code schedule}, {@code manual} or {@code local}
 * @param scope which part of the cluster
 * @param analyzers the active rules
 * @param kinds what is read for them
 * @param ruleset hash over ids and versions of the active rules
 * @param input SHA-256 of the dump; empty for a live cluster
 */
public record RoundOrder(
    String job,
    String command,
    String configuration,
    String trigger,
    Scope scope,
    List<Analyzer> analyzers,
    Set<Class<? extends HasMetadata>> kinds,
    String ruleset,
    String input) {}
