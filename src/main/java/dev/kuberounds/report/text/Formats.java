package dev.kuberounds.report.text;

import dev.kuberounds.cluster.ObjectRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates, numbers and sizes in fixed patterns of our own: the JDK's localised styles change between
 * releases.
 */
public final class Formats {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private final Words words;
  private final ZoneId zone;
  private final DateTimeFormatter instant;
  private final DateTimeFormatter date;

  public Formats(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    this.instant = DateTimeFormatter.ofPattern(words.text("format.instant"), Locale.ROOT);
    this.date = DateTimeFormatter.ofPattern(words.text("format.date"), Locale.ROOT);
  }

  /** Such as {@code 2026-11-22 18:00 UTC}. */
  public String instant(Instant value) {
    String name = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return words.text("format.zoned", instant.format(value.atZone(zone)), name);
  }

  /** The day, such as {@code 2026-11-22}. */
  public String date(Instant value) {
    return date.format(value.atZone(zone));
  }

  /** As machines read it. */
  public String iso(Instant value) {
    return value.toString();
  }

  /** The two largest units, such as {@code 3 d 4 h}. */
  public String duration(Duration value) {
    long seconds = value.toSeconds();
    if (seconds < 1) {
      return words.text("unit.millis", value.toMillis());
    }
    if (seconds < 60) {
      return words.text("unit.seconds", seconds);
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return pair("minutes", minutes, "seconds", seconds % 60);
    }
    long hours = minutes / 60;
    return hours < 24
        ? pair("hours", hours, "minutes", minutes % 60)
        : pair("days", hours / 24, "hours", hours % 24);
  }

  /** A duration given in milliseconds. */
  public String millis(long value) {
    return duration(Duration.ofMillis(value));
  }

  /** How long from one moment to another, in its largest unit; less than an hour is not counted. */
  public String age(Instant from, Instant to) {
    long hours = Math.max(0, Duration.between(from, to).toHours());
    if (hours == 0) {
      return words.text("unit.now");
    }
    return hours < 24 ? words.text("unit.hours", hours) : words.text("unit.days", hours / 24);
  }

  /** Such as {@code 12,345}. */
  public String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** At most one decimal, such as {@code 71.4}. */
  public String decimal(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Dollars, such as {@code 0.0042}: runs cost little. */
  public String money(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  /** With its sign, such as {@code +6}. */
  public String signed(double value) {
    String text = decimal(value);
    return value > 0 && !text.equals("0") ? "+" + text : text;
  }

  /** A ratio 0..1; never rounded up to all of it. */
  public String percent(double ratio) {
    BigDecimal percent =
        BigDecimal.valueOf(ratio)
            .multiply(BigDecimal.valueOf(100))
            .setScale(1, RoundingMode.FLOOR)
            .stripTrailingZeros();
    return words.text("format.percent", percent.toPlainString());
  }

  /** Such as {@code 1.5 GiB}. */
  public String bytes(long value) {
    double size = value;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return decimal(size) + " " + UNITS[unit];
  }

  /** Such as {@code Deployment shop/checkout}, on one line. */
  public String object(ObjectRef object) {
    return Visible.line(object.toString());
  }

  /** Foreign text on one line. */
  public String line(String value) {
    return Visible.line(value);
  }

  /** Foreign text cut to so many characters, with an ellipsis if something was left out. */
  public static String cut(String value, int most) {
    if (value.length() <= most) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(most - 2)) ? most - 2 : most - 1;
    return value.substring(0, end) + "…";
  }

  private String pair(String large, long count, String small, long rest) {
    String first = words.text("unit." + large, count);
    return rest == 0 ? first : first + " " + words.text("unit." + small, rest);
  }
}
