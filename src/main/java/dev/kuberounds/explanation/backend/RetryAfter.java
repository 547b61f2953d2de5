package dev.kuberounds.explanation.backend;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds, fractions too, or an HTTP date (RFC 9110). */
final class RetryAfter {

  private RetryAfter() {}

  static Optional<Duration> parse(String header, Instant now) {
    String value = header.strip();
    if (value.matches("\\d{1,9}(\\.\\d+)?")) {
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
