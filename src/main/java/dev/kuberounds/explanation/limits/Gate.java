package dev.kuberounds.explanation.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds all requests back while the endpoint asks to wait. */
public final class Gate {

  private final Timing timing;
  private Instant closedUntil = Instant.MIN;

  public Gate(Timing timing) {
    this.timing = timing;
  }

  /** Closes it for some time from now, unless it is closed for longer. */
  public synchronized void closeFor(Duration wait) {
    Instant until = timing.now().plus(wait);
    if (until.isAfter(closedUntil)) {
      closedUntil = until;
    }
  }

  /**
   * Waits until it is open.
   *
   * @return why there is no point in waiting; empty: it is open
   */
  public Optional<String> pass(Duration patience) throws InterruptedException {
    Duration wait = left();
    if (wait.isZero()) {
      return Optional.empty();
    }
    if (wait.compareTo(patience) >= 0) {
      return Optional.of(
          "the backend asks to wait "
              + wait.toSeconds()
              + " s, longer than explanations may take (max-duration)");
    }
    timing.pause(wait);
    return Optional.empty();
  }

  private synchronized Duration left() {
    Instant now = timing.now();
    return closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
  }
}
