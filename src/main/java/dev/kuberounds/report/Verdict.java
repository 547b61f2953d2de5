package dev.kuberounds.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** What a run says of the whole cluster. */
public enum Verdict {
  HEALTHY,
  ATTENTION,
  CRITICAL,
  UNGRADED;

  /**
   * Judges what is open. Too little coverage hides a good verdict, never a bad one.
   *
   * @param open urgencies of the incidents that are not waived
   * @param coverage share (0..1) of what was to be inspected and was
   * @param gate coverage below which nothing is graded
   */
  public static Verdict of(Collection<Urgency> open, double coverage, double gate) {
    if (open.contains(Urgency.IMMEDIATE)) {
      return CRITICAL;
    }
    if (coverage < gate) {
      return UNGRADED;
    }
    return open.contains(Urgency.SOON) || open.contains(Urgency.PLANNED) ? ATTENTION : HEALTHY;
  }

  /** The schema's word. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
