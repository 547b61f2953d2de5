package dev.kuberounds.anonymization.text;

import java.util.Set;
import java.util.stream.Stream;

/** Decides what an expression alone cannot: whether a word really is an address or a secret. */
final class Shapes {

  private static final Set<String> UNSPECIFIC =
      Set.of("127.0.0.1", "0.0.0.0", "::", "::1", "[::]", "[::1]");

  private Shapes() {}

  /** True for addresses that are the same everywhere. */
  static boolean unspecific(String address) {
    return UNSPECIFIC.contains(address);
  }

  static boolean ipv4(String word) {
    return word.matches("\\d{1,3}(?:\\.\\d{1,3}){3}");
  }

  /** True for IPv6, but not for a time of day or {@code ::1}. */
  static boolean ipv6(String word) {
    String address = word.replaceFirst("%.*", "");
    if (address.indexOf(':') < 0
        || unspecific(address)
        || address.indexOf("::") != address.lastIndexOf("::")) {
      return false;
    }
    String[] groups = address.split(":", -1);
    boolean hex = Stream.of(groups).allMatch(g -> g.matches("[0-9A-Fa-f]{0,4}") || ipv4(g));
    return hex && (address.contains("::") ? groups.length <= 9 : groups.length == 8);
  }

  /**
   * True for hashes, keys and encoded bytes. Bits per character, Shannon: English words have less
   * than 3, random base64 of this length more than 3.5.
   */
  static boolean secret(String word) {
    if (word.indexOf(Patterns.ALIAS) >= 0) {
      return false;
    }
    boolean digit = word.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean lower = word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    boolean upper = word.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    if (word.matches("[0-9A-Fa-f]{16,}")) {
      return digit && (lower || upper);
    }
    boolean mixed = digit && lower && upper && word.length() >= 20;
    boolean plain = digit && (lower ^ upper) && word.length() >= 28 && word.indexOf('-') < 0;
    return (mixed || plain) && entropy(word) > 3.5;
  }

  private static double entropy(String word) {
    int[] counts = new int[128];
    word.chars().filter(c -> c < 128).forEach(c -> counts[c]++);
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = count / (double) word.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
