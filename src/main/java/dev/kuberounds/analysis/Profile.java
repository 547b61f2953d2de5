package dev.kuberounds.analysis;

/** A set of rules; each contains the ones before. */
public enum Profile {
  /** Health problems and imminent risks. */
  DEFAULT,
  /** Also best practice, security and housekeeping. */
  AUDIT,
  /** Also style. */
  ALL
}
