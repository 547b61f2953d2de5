package dev.kuberounds.explanation.limits;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stops asking an endpoint that is down, or that will refuse everything. */
public final class Breaker {

  private static final int FAILURES = 3;

  private int inARow;
  private @Nullable String open;

  /** Why nothing is asked any more; empty: go on. */
  public synchronized Optional<String> open() {
    return Optional.ofNullable(open);
  }

  /** It answered. */
  public synchronized void answered() {
    inARow = 0;
  }

  /** It did not answer, all tries of a request together. */
  public synchronized void failed(String reason) {
    if (++inARow >= FAILURES) {
      stop("backend unavailable: " + reason);
    }
  }

  /** It will refuse every request. */
  public synchronized void stop(String reason) {
    if (open == null) {
      open = reason;
    }
  }
}
