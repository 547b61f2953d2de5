package dev.kuberounds.report;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kuberounds.analysis.Severity;
import java.util.Locale;

/** How soon an incident should be dealt with, the soonest first. */
public enum Urgency {
  IMMEDIATE,
  SOON,
  PLANNED,
  ADVISED,
  NONE;

  /** Follows the severity; what came back after it was solved is due one step sooner. */
  public static Urgency of(Severity severity, Status status) {
    Urgency urgency =
        switch (severity) {
          case CRITICAL -> IMMEDIATE;
          case HIGH -> SOON;
          case MEDIUM -> PLANNED;
          case LOW -> ADVISED;
          case INFO -> NONE;
        };
    boolean sooner = status == Status.REGRESSED && urgency != IMMEDIATE && urgency != NONE;
    return sooner ? values()[urgency.ordinal() - 1] : urgency;
  }

  /** The word of report.json and of the message bundles. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
