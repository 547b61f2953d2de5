package dev.kuberounds.analysis.view.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Points in time as the API writes them. */
public final class Times {

  private Times() {}

  /** Reads RFC 3339; empty for null and for what is no time. */
  public static Optional<Instant> parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The newest of several times, each possibly null. */
  public static Optional<Instant> newest(@Nullable String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .flatMap(text -> parse(text).stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * True if the state has lasted for the given time. The first of the times that is there counts; a
   * state without any time counts as old enough, as in a stripped dump.
   */
  public static boolean lasted(Duration least, Instant now, @Nullable String... since) {
    return Stream.of(since)
        .filter(Objects::nonNull)
        .flatMap(text -> parse(text).stream())
        .findFirst()
        .map(start -> !start.plus(least).isAfter(now))
        .orElse(true);
  }

  /** True if the time is there and no longer ago than given. */
  public static boolean within(Duration most, Instant now, @Nullable String time) {
    return parse(time).map(point -> !point.plus(most).isBefore(now)).orElse(false);
  }

  /** {@code 4 s}, {@code 12 min}, {@code 3 h} or {@code 5 d}, rounded down. */
  public static String readable(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return Math.max(0, duration.toSeconds()) + " s";
    }
    if (duration.compareTo(Duration.ofHours(2)) < 0) {
      return duration.toMinutes() + " min";
    }
    return duration.compareTo(Duration.ofDays(2)) < 0
        ? duration.toHours() + " h"
        : duration.toDays() + " d";
  }
}
