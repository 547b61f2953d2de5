package dev.kuberounds.anonymization.names;

import dev.kuberounds.anonymization.text.Texts;
import java.util.regex.Pattern;

/** Decides whether a word can tell anything about a cluster at all; see the package. */
public final class Identifying {

  /** The longest label value has 63 characters, the longest name 253, an image 255 and a tag. */
  private static final int LONGEST = 400;

  private static final Pattern TELLS_NOTHING =
      Pattern.compile(
          "[^\\p{L}\\p{N}]*" // signs only
              + "|(?!.*\\d{6})[-+]?[\\d.,:%/]+" // 8080, 1.25, 50%
              + "|[-+]?[\\d.]+(?:[mkKMGTPE]i?|ms|[smhd])" // 500Mi, 250m, 30s
              + "|v\\d+(?:\\.\\d+)*(?:(?:alpha|beta)\\d+)?" // v1, v1beta1
              + "|(?i:true|false|yes|no|on|off|null|none|nil)"
              + "|\\d{4}-\\d\\d-\\d\\d(?:[T ][\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?"); // a date

  private Identifying() {}

  /** True if it can. */
  public static boolean test(String word) {
    return word.length() >= 2
        && word.length() <= LONGEST
        && word.chars().noneMatch(Character::isISOControl)
        && Texts.wellFormed(word).equals(word)
        && !TELLS_NOTHING.matcher(word).matches();
  }
}
