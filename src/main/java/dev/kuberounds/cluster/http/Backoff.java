package dev.kuberounds.cluster.http;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a request is repeated: doubled each time, with jitter, and never shorter
 * than the server asks for.
 *
 * @param first upper end of the first pause
 * @param longest the longest pause, even if the server asks for more
 */
record Backoff(Duration first, Duration longest) {

  // Five pauses add up to a quarter of a minute: API servers behind one address take turns to
  // restart, and are back or replaced by then.
  static final Backoff DEFAULT = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1));

  /**
   * @param attempt number of attempts before this one, from 0
   * @param asked what the server's {@code Retry-After} says; null: nothing
   */
  Duration delay(int attempt, @Nullable Duration asked, RandomGenerator random) {
    long ceiling = Math.min(first.toMillis() << Math.min(attempt, 20), longest.toMillis());
    long own = ceiling / 2 + random.nextLong(ceiling / 2 + 1);
    long wanted = asked == null ? own : asked.toMillis() + own / 4;
    return Duration.ofMillis(Math.min(wanted, longest.toMillis()));
  }
}
