package dev.kuberounds.anonymization.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds many names in one pass over a text. Names are filed under their head, the letters and
 * digits they begin with, and their length; so each word of the text costs one look-up, and one
 * more for each length known to begin with that word.
 */
public final class NameScanner {

  private final Vocabulary vocabulary = Vocabulary.shipped();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, TreeSet<Integer>> lengths = new HashMap<>();

  /** A scanner for names with their types. */
  public NameScanner(Map<String, String> typesByName) {
    typesByName.forEach(this::add);
  }

  /** True if the name, in any case, is one of these. */
  public boolean knows(String name) {
    return types.containsKey(Words.fold(name));
  }

  /**
   * Every name that stands whole in the text, also where they overlap. Public words count only in
   * quotes, code and paths; terms of the API never do.
   */
  List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    String folded = Words.fold(text);
    for (int start = 0; start < folded.length(); start++) {
      if (start > 0 && Words.continues(folded.charAt(start - 1))) {
        continue;
      }
      for (int length : lengths.getOrDefault(head(folded, start), new TreeSet<>())) {
        Span span = span(text, folded, start, start + length);
        if (span != null) {
          found.add(span);
        }
      }
    }
    return found;
  }

  private @Nullable Span span(String text, String folded, int start, int end) {
    if (end > folded.length() || !Words.whole(folded, start, end)) {
      return null;
    }
    String name = folded.substring(start, end);
    String type = types.get(name);
    if (type == null || vocabulary.isTerm(text.substring(start, end))) {
      return null;
    }
    boolean counts = !vocabulary.isPublic(name) || Words.marked(text, start, end);
    return counts ? new Span(start, end, type) : null;
  }

  private void add(String name, String type) {
    String folded = Words.fold(name);
    // Two spellings of one name: whichever comes first in the alphabet of types.
    types.merge(folded, type, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    lengths
        .computeIfAbsent(head(folded, 0), head -> new TreeSet<>(Comparator.reverseOrder()))
        .add(folded.length());
  }

  private static String head(String text, int start) {
    int end = start;
    while (end < text.length() && Words.continues(text.charAt(end))) {
      end++;
    }
    return text.substring(start, Math.max(end, start + 1));
  }
}
