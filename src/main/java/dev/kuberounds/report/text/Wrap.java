package dev.kuberounds.report.text;

/** Breaks plain text into lines of a given width; a wide character takes two columns. */
public final class Wrap {

  private Wrap() {}

  /** Wraps each line on its own; what is continued keeps the indentation of its line. */
  public static String wrap(String text, int columns) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      wrapLine(out, line.stripTrailing(), columns);
    }
    return out.toString();
  }

  private static void wrapLine(StringBuilder out, String line, int columns) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    String rest = line;
    while (width(rest) > columns) {
      int hard = fitting(rest, columns);
      int space = rest.lastIndexOf(' ', hard);
      boolean atSpace = space > indent.length();
      int end = atSpace ? space : hard;
      out.append(rest, 0, end).append('\n');
      rest = indent + rest.substring(end).stripLeading();
    }
    out.append(rest);
  }

  /** The largest index whose text before it fits; never inside a surrogate pair. */
  private static int fitting(String line, int columns) {
    int width = 0;
    int index = 0;
    while (index < line.length()) {
      int point = line.codePointAt(index);
      width += width(point);
      if (width > columns) {
        break;
      }
      index += Character.charCount(point);
    }
    return index;
  }

  static int width(String line) {
    return line.codePoints().map(Wrap::width).sum();
  }

  private static int width(int point) {
    boolean wide =
        Character.isIdeographic(point)
            || (point >= 0x3000 && point <= 0x30FF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xFF00 && point <= 0xFF60);
    return wide ? 2 : 1;
  }
}
