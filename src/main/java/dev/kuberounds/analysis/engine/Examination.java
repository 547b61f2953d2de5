package dev.kuberounds.analysis.engine;

import dev.kuberounds.analysis.Finding;
import java.util.List;
import java.util.SortedMap;

/**
 * What all rules say about one snapshot.
 *
 * @param findings sorted by fingerprint
 * @param outcomes what became of each rule, by id
 */
public record Examination(List<Finding> findings, SortedMap<String, RuleOutcome> outcomes) {}
