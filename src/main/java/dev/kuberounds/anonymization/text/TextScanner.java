package dev.kuberounds.anonymization.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what may not leave in a text, and puts something else in its place. */
public final class TextScanner {

  private static final Pattern KEY = Pattern.compile("\\[([^\\]]*[^\\]\\d][^\\]]*)]");

  private final List<NameScanner> names;

  /** A scanner for names of several sources; what looks like a secret it finds by itself. */
  public TextScanner(List<NameScanner> names) {
    this.names = List.copyOf(names);
  }

  /** Replaces each part that may not leave, the longest first where they overlap. */
  public String replace(String text, Function<Span, String> replacement) {
    return replace(text, this::find, replacement);
  }

  /**
   * The same for the path of a field, whose own words stay: only names that are no public words are
   * replaced, and what stands in brackets is a text.
   */
  public String replaceInPath(String path, Function<Span, String> replacement) {
    return replace(path, this::findInPath, replacement);
  }

  private List<Span> find(String text) {
    List<Span> found = new ArrayList<>(Patterns.find(text));
    names.forEach(scanner -> found.addAll(scanner.find(text)));
    return found;
  }

  private List<Span> findInPath(String path) {
    List<Span> found = new ArrayList<>();
    Matcher key = KEY.matcher(path);
    while (key.find()) {
      int start = key.start(1);
      find(key.group(1))
          .forEach(
              span -> found.add(new Span(start + span.start(), start + span.end(), span.type())));
    }
    names.stream()
        .flatMap(scanner -> scanner.find(path).stream())
        .filter(span -> !isPublic(path.substring(span.start(), span.end())))
        .forEach(found::add);
    return found;
  }

  /** What is left after a replacement can look like something new, so it is searched again. */
  private static String replace(
      String text, Function<String, List<Span>> finder, Function<Span, String> replacement) {
    List<Span> spans = new ArrayList<>();
    char[] rest = text.toCharArray();
    List<Span> found = choose(text, finder.apply(text));
    while (!found.isEmpty()) {
      spans.addAll(found);
      found.forEach(span -> Arrays.fill(rest, span.start(), span.end(), Patterns.ALIAS));
      String left = new String(rest);
      found = choose(left, finder.apply(left));
    }
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Span span : join(spans)) {
      result.append(text, from, span.start()).append(replacement.apply(span));
      from = span.end();
    }
    return result.append(text.substring(from)).toString();
  }

  private static boolean isPublic(String word) {
    return Vocabulary.shipped().isPublic(word);
  }

  private static List<Span> choose(String text, List<Span> candidates) {
    List<Span> chosen = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    candidates.stream()
        .filter(span -> span.length() > 0)
        .filter(span -> text.substring(span.start(), span.end()).indexOf(Patterns.ALIAS) < 0)
        .map(span -> widen(text, span))
        .sorted(
            Comparator.comparingInt(Span::length)
                .reversed()
                .thenComparingInt(Span::start)
                .thenComparing(Span::type))
        .forEach(span -> {
          int next = taken.nextSetBit(span.start());
          if (next < 0 || next >= span.end()) {
            taken.set(span.start(), span.end());
            chosen.add(span);
          }
        });
    return chosen;
  }

  /** Two aliases in a row could not be told apart again. */
  private static List<Span> join(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      if (!joined.isEmpty() && joined.getLast().end() == span.start()) {
        Span before = joined.removeLast();
        joined.add(new Span(before.start(), span.end(), before.type()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** An alias must stand alone to be found again, so a part of a word takes the whole word. */
  private static Span widen(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start > 0 && Words.continues(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && Words.continues(text.charAt(end))) {
      end++;
    }
    return new Span(start, end, span.type());
  }
}
