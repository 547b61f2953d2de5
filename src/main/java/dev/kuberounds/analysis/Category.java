package dev.kuberounds.analysis;

import java.util.Locale;

/** What kind of quality a rule looks after. */
public enum Category {
  AVAILABILITY,
  RELIABILITY,
  SCHEDULING,
  NETWORKING,
  STORAGE,
  CONFIGURATION,
  SECURITY,
  CAPACITY,
  LIFECYCLE,
  HOUSEKEEPING,
  POLICY;

  /** The schema's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
