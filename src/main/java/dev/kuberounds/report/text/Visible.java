package dev.kuberounds.report.text;

/**
 * Makes invisible characters visible: a control or direction mark in a name is shown as {@code
 * \}{@code uXXXX}, so that what a reader sees is what is there.
 */
public final class Visible {

  private Visible() {}

  /** Text that may have several lines: line feeds and tabs stay. */
  public static String text(String value) {
    return visible(value.replace("\r\n", "\n"), true);
  }

  /** Text for one line. */
  public static String line(String value) {
    return visible(value, false);
  }

  /** Replaces only what cannot be written as UTF-8. */
  public static String encodable(String value) {
    StringBuilder out = new StringBuilder(value.length());
    value.codePoints().forEach(point -> append(out, point, isSurrogate(point)));
    return out.toString();
  }

  private static String visible(String value, boolean lines) {
    if (value.codePoints().noneMatch(Visible::hidden)) {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(point -> append(out, point, hidden(point) && !(lines && isBlank(point))));
    return out.toString();
  }

  private static void append(StringBuilder out, int point, boolean escape) {
    if (escape) {
      out.append("\\u").append("%04X".formatted(point));
    } else {
      out.appendCodePoint(point);
    }
  }

  private static boolean isBlank(int point) {
    return point == '\n' || point == '\t';
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Controls, direction marks, zero-width characters, line separators, lone surrogates. */
  public static boolean hidden(int point) {
    return point < 0x20
        || (point >= 0x7F && point <= 0x9F)
        || point == 0x61C
        || (point >= 0x200B && point <= 0x200F)
        || (point >= 0x2028 && point <= 0x202E)
        || (point >= 0x2060 && point <= 0x2069)
        || point == 0xFEFF
        || isSurrogate(point);
  }
}
