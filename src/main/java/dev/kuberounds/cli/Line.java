package dev.kuberounds.cli;

/** Texts of a cluster on a terminal: one line, nothing that controls it. */
public final class Line {

  private Line() {}

  /** Cuts at the width and makes control characters harmless. */
  public static String cut(String text, int width) {
    String plain =
        text.replaceAll("\\p{Cntrl}|[\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069]", "?");
    return plain.codePointCount(0, plain.length()) <= width
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, width - 1)) + "…";
  }
}
