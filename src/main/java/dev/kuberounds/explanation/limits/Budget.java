package dev.kuberounds.explanation.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run may spend: requests, tokens, and time from its first request. */
public final class Budget {

  private final int maxRequests;
  private final long maxTokens;
  private final Duration maxDuration;
  private final Timing timing;
  private int requests;
  private long tokens;
  private @Nullable Instant start;

  public Budget(int maxRequests, long maxTokens, Duration maxDuration, Timing timing) {
    this.maxRequests = maxRequests;
    this.maxTokens = maxTokens;
    this.maxDuration = maxDuration;
    this.timing = timing;
  }

  /**
   * Takes one request and its tokens out of the budget.
   *
   * @return why it may not be sent; empty: it may
   */
  public synchronized Optional<String> take(long estimate) {
    if (remaining().isZero()) {
      return Optional.of("the time for explanations is over (max-duration)");
    }
    if (requests >= maxRequests) {
      return Optional.of("the budget of requests is used up (max-requests)");
    }
    if (tokens + estimate > maxTokens) {
      return Optional.of("the budget of tokens is used up (max-tokens)");
    }
    requests++;
    tokens += estimate;
    return Optional.empty();
  }

  /** Puts a request back that was not sent after all. */
  public synchronized void giveBack(long estimate) {
    requests--;
    tokens -= estimate;
  }

  /** Corrects an estimate by what was really used. */
  public synchronized void settle(long estimate, long used) {
    tokens += used - estimate;
  }

  /** Time left; the first question starts it. */
  public synchronized Duration remaining() {
    Instant now = timing.now();
    if (start == null) {
      start = now;
    }
    Duration left = maxDuration.minus(Duration.between(start, now));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
