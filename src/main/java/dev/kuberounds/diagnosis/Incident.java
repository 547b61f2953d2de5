package dev.kuberounds.diagnosis;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Severity;
import java.util.List;

/**
 * Findings that share one root cause.
 *
 * @param id {@code i-} and 12 hex digits of the root's fingerprint; the same in every run
 * @param title the root finding's message
 * @param severity the worst of its findings
 * @param findings the root first, then its symptoms, nearest first
 * @param chain how each symptom depends on its cause
 * @param affected its reach
 */
public record Incident(
    String id,
    String title,
    Severity severity,
    List<Finding> findings,
    List<Link> chain,
    Affected affected) {

  public Finding root() {
    return findings.getFirst();
  }

  /**
   * One step from a symptom to its cause.
   *
   * @param symptom fingerprint
   * @param relation how the symptom's object depends on the cause's, such as {@code selects}
   * @param cause fingerprint
   */
  public record Link(String symptom, String relation, String cause) {}

  /** The reach of an incident: distinct objects, owners and namespaces of its findings. */
  public record Affected(int objects, int workloads, int namespaces) {}
}
