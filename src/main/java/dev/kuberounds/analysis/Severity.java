package dev.kuberounds.analysis;

import java.util.Locale;

/** How bad a finding is, the worst first. */
public enum Severity {
  /** The cluster or a shared function is down, or data is lost or about to be. */
  CRITICAL,
  /** A workload, path or volume does not work, or will stop within days. */
  HIGH,
  /** Works with lost redundancy, or breaks at the next restart, rollout, drain or upgrade. */
  MEDIUM,
  /** Risk or waste. */
  LOW,
  /** Worth knowing; never counts against the verdict. */
  INFO;

  /** The schema's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** Reads the schema's word. */
  public static Severity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
