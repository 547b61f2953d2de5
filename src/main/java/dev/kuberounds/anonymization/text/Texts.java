package dev.kuberounds.anonymization.text;

/** Cuts long texts, never in the middle of a word: half a name is found by nobody. */
public final class Texts {

  /** What is told of a text. */
  private static final int TOLD = 300;

  /** What is read of a text; the rest would be cut anyway. */
  private static final int READ = 4_000;

  private Texts() {}

  /** The part worth reading, with broken characters replaced. */
  public static String read(String text) {
    return cut(wellFormed(text), READ);
  }

  /** The part that is told. */
  public static String tell(String text) {
    return text.length() <= TOLD ? text : cut(text, TOLD) + " ...";
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length;
    while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Half a surrogate pair can be neither hashed nor sent; our own mark is nobody else's. */
  public static String wellFormed(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> broken(point) ? '\uFFFD' : point)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean broken(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
        || point == Patterns.ALIAS;
  }
}
