package dev.kuberounds.explanation.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, PT0S", "2, PT2S", "0.5, PT0.5S", "3600, PT1H"})
  void secondsAreRead(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, NOW)).contains(expected);
  }

  @Test
  void aDateIsRead() {
    assertThat(RetryAfter.parse("Mon, 23 Nov 2026 04:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
    assertThat(RetryAfter.parse("Mon, 23 Nov 2026 03:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999", "Mon, 99 Nov 2026 04:00:30 GMT"})
  void anythingElseIsIgnored(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }
}
