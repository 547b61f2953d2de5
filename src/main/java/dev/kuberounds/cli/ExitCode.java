package dev.kuberounds.cli;

/** How the process ends. */
final class ExitCode {

  static final int DONE = 0;

  /** A {@code --fail-on} gate was hit. */
  static final int GATE = 1;

  /** Less than {@code --min-coverage} could be read. */
  static final int COVERAGE = 2;

  /** A destination did not receive a run. */
  static final int DELIVERY = 3;

  /** Wrong input or an unreachable cluster: nothing was run. */
  static final int CONFIGURATION = 4;

  /** A bug, a dead database or a full disk. */
  static final int INTERNAL = 5;

  /** Interrupted, or another run holds the history; the same command goes on later. */
  static final int RESTARTABLE = 75;

  private ExitCode() {}
}
