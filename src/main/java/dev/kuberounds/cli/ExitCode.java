package dev.kuberounds.cli;

/** How the process ends. */
public final class ExitCode {

  public static final int DONE = 0;

  /** A {@code --fail-on} gate was hit. */
  public static final int GATE = 1;

  /** Less than {@code --min-coverage} could be read. */
  public static final int COVERAGE = 2;

  /** A destination did not receive a run. */
  public static final int DELIVERY = 3;

  /** Wrong input or an unreachable cluster: nothing was run. */
  public static final int CONFIGURATION = 4;

  /** A bug, a dead database or a full disk. */
  public static final int INTERNAL = 5;

  /** Interrupted, or another run holds the history; the same command goes on later. */
  public static final int RESTARTABLE = 75;

  private ExitCode() {}
}
