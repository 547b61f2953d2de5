package dev.kuberounds.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a finding or incident stands against the previous run, in the schema's words. */
public enum Status {
  NEW("new"),
  UNCHANGED("unchanged"),
  CHANGED("changed"),
  /** It came back after it had been resolved. */
  REGRESSED("regressed"),
  RESOLVED("resolved"),
  /** Not seen, but not looked at either. */
  NOT_COMPARABLE("notComparable");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
