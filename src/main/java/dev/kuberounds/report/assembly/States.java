package dev.kuberounds.report.assembly;

import dev.kuberounds.history.record.State;
import dev.kuberounds.report.Status;

/** The report's word for a state of history. */
final class States {

  private States() {}

  static Status of(State state) {
    return switch (state) {
      case NEW -> Status.NEW;
      case UNCHANGED -> Status.UNCHANGED;
      case CHANGED -> Status.CHANGED;
      case REGRESSED -> Status.REGRESSED;
      case RESOLVED -> Status.RESOLVED;
      case NOT_COMPARABLE -> Status.NOT_COMPARABLE;
    };
  }
}
