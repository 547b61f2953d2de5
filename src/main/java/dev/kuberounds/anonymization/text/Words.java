package dev.kuberounds.anonymization.text;

import java.lang.Character.UnicodeScript;

/** Where a name begins and ends in a text. Compares without case, character by character. */
public final class Words {

  /** A name touching one of these stands in quotes, code or a path, not in prose. */
  private static final String MARKS = "\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb/\\=@_|[]{}<>$#";

  private Words() {}

  /** Lower case of the same length, so that indexes keep their meaning. */
  public static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = Character.toLowerCase(folded[i]);
    }
    return new String(folded);
  }

  /**
   * True if a letter or digit of the Latin script: what would continue a name. Scripts written
   * without spaces do not continue it, or a name in the middle of a Chinese sentence stayed.
   */
  static boolean continues(char c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c);
    }
    return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
  }

  /** True if neither side continues the name: {@code app} is not in "application". */
  public static boolean whole(String text, int start, int end) {
    return (start == 0 || !continues(text.charAt(start - 1)))
        && (end == text.length() || !continues(text.charAt(end)));
  }

  /** True if the folded text holds the folded name as a whole. */
  public static boolean holds(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (whole(text, at, at + name.length())) {
        return true;
      }
    }
    return false;
  }

  /** True if it stands in quotes, code or a path, or is the whole text. */
  static boolean marked(String text, int start, int end) {
    if (start == 0 && end == text.length()) {
      return true;
    }
    return mark(text, start - 1, start - 2) || mark(text, end, end + 1);
  }

  private static boolean mark(String text, int next, int beyond) {
    if (next < 0 || next >= text.length()) {
      return false;
    }
    char c = text.charAt(next);
    if (c == '.' || c == ':') { // of web.shop.svc or web:8080, not the end of a sentence
      return beyond >= 0 && beyond < text.length() && continues(text.charAt(beyond));
    }
    return MARKS.indexOf(c) >= 0;
  }
}
