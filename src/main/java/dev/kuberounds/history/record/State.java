package dev.kuberounds.history.record;

/** A finding compared with the run before. */
public enum State {
  NEW,
  UNCHANGED,
  /** Still there, with another severity or number of instances. */
  CHANGED,
  /** Came back after it was resolved. */
  REGRESSED,
  /** Gone, and its rule looked where it was. */
  RESOLVED,
  /** Not seen again, but nobody could look: its last known text is kept. */
  NOT_COMPARABLE
}
