package dev.kuberounds.cluster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

  private Duration longest(int attempt) {
    return IntStream.range(0, 200)
        .mapToObj(seed -> backoff.delay(attempt, null, new Random(seed)))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private Duration shortest(int attempt) {
    return IntStream.range(0, 200)
        .mapToObj(seed -> backoff.delay(attempt, null, new Random(seed)))
        .min(Duration::compareTo)
        .orElseThrow();
  }

  @Test
  void pausesDoubleUpToALimitAndAreSpread() {
    assertThat(shortest(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(60));
    assertThat(longest(0)).isBetween(Duration.ofMillis(90), Duration.ofMillis(100));
    assertThat(longest(2)).isBetween(Duration.ofMillis(350), Duration.ofMillis(400));
    assertThat(longest(9)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
    assertThat(longest(400)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theServersWishIsALowerBoundWithinTheLimit() {
    assertThat(backoff.delay(0, Duration.ofMillis(700), new Random(1)))
        .isBetween(Duration.ofMillis(700), Duration.ofMillis(730));
    assertThat(backoff.delay(0, Duration.ofHours(1), new Random(1)))
        .isEqualTo(Duration.ofSeconds(1));
  }
}
