package dev.kuberounds.history.record;

import dev.kuberounds.analysis.engine.RuleOutcome;

/**
 * What became of a rule in one scope.
 *
 * @param outcome {@code ran}, {@code skipped} or {@code failed}
 * @param reason empty if it ran
 * @param objects how many objects were judged
 * @param findings how many findings it made
 */
public record RuleRun(String outcome, String reason, int objects, int findings) {

  public static RuleRun of(RuleOutcome outcome) {
    return switch (outcome) {
      case RuleOutcome.Ran(int objects, int findings) -> new RuleRun("ran", "", objects, findings);
      case RuleOutcome.Skipped(String reason) -> new RuleRun("skipped", reason, 0, 0);
      case RuleOutcome.Failed(String reason) -> new RuleRun("failed", reason, 0, 0);
    };
  }

  public boolean ran() {
    return outcome.equals("ran");
  }
}
