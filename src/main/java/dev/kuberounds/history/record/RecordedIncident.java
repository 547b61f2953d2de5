package dev.kuberounds.history.record;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.diagnosis.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored incident; its findings are stored by themselves.
 *
 * @param findings fingerprints, the root first
 * @param explanation what became of its explanation; null if nobody was asked
 */
public record RecordedIncident(
    String id,
    String title,
    Severity severity,
    List<String> findings,
    List<Incident.Link> chain,
    Incident.Affected affected,
    @Nullable Explained explanation) {

  /** Fingerprint of its root cause. */
  public String root() {
    return findings.getFirst();
  }

  /**
   * What became of an incident's explanation in one run.
   *
   * @param outcome {@code explained}, {@code cached} or {@code unexplained}
   * @param contentKey finds the stored explanation; null if there is none
   * @param reason why there is none; null if there is one
   */
  public record Explained(String outcome, @Nullable String contentKey, @Nullable String reason) {}
}
