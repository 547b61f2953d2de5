package dev.kuberounds.cli;

import sun.misc.Signal;

/**
 * Makes SIGTERM and SIGINT end in exit code 75 instead of 143 and 130. The shutdown hooks run as
 * always, so a round is stopped in order first.
 */
final class StopSignals {

  private StopSignals() {}

  static void exitRestartable() {
    for (String name : new String[] {"TERM", "INT"}) {
      Signal.handle(
          new Signal(name),
          // the handler's own thread must stay free for a second signal
          _ -> Thread.ofPlatform().name("stop").start(() -> System.exit(ExitCode.RESTARTABLE)));
    }
  }
}
