package dev.kuberounds.anonymization.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that tell nothing about a cluster: the language of Kubernetes, common English, well-known
 * software. A word with a capital letter, such as {@code CrashLoopBackOff}, is a term of the API.
 */
public final class Vocabulary {

  private static final Vocabulary SHIPPED = read("/anonymization/public-words.txt");

  private final Set<String> terms;
  private final Set<String> words;

  private Vocabulary(Set<String> entries) {
    this.terms =
        entries.stream()
            .filter(entry -> entry.chars().anyMatch(Character::isUpperCase))
            .collect(Collectors.toUnmodifiableSet());
    this.words = entries.stream().map(Words::fold).collect(Collectors.toUnmodifiableSet());
  }

  /** The list that comes with the product. */
  public static Vocabulary shipped() {
    return SHIPPED;
  }

  /** True if the word, in any case, is public. */
  public boolean isPublic(String word) {
    return words.contains(Words.fold(word));
  }

  /** True if it is a term of the API in exactly this spelling; it is never replaced. */
  boolean isTerm(String word) {
    return terms.contains(word);
  }

  private static Vocabulary read(String resource) {
    InputStream stream =
        Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Vocabulary(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Stream.of(line.split(" ")))
              .filter(Predicate.not(String::isEmpty))
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
