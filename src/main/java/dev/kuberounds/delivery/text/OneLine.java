package dev.kuberounds.delivery.text;

import java.net.UnknownHostException;

/** Texts of other people's software, short and on one line, as reasons and headers need them. */
public final class OneLine {

  private static final int LONGEST = 200;

  private OneLine() {}

  /** The text without control, format and line-separating characters, cut to 200 characters. */
  public static String of(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)).stripTrailing() + "...";
  }

  /** The message of an exception, or what kind it is if it has none. */
  public static String of(Throwable trouble) {
    String message = trouble.getMessage();
    if (message == null || message.isBlank()) {
      return trouble.getClass().getSimpleName();
    }
    return of(trouble instanceof UnknownHostException ? "unknown host " + message : message);
  }

  /** The first cause. */
  public static Throwable root(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
