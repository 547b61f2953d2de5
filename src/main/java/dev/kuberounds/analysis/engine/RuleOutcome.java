package dev.kuberounds.analysis.engine;

/** What became of one rule in one snapshot. "Found nothing" and "could not look" are different. */
public sealed interface RuleOutcome {

  /** It ran. {@code objects} of its kind were judged. */
  record Ran(int objects, int findings) implements RuleOutcome {}

  /** A kind it needs was not readable. */
  record Skipped(String reason) implements RuleOutcome {}

  /** It broke; a bug in the rule. */
  record Failed(String reason) implements RuleOutcome {}
}
