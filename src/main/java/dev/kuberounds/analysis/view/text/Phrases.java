package dev.kuberounds.analysis.view.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one table of texts that kubelet, scheduler, runtimes and registries write: {@code
 * phrases.tsv} in the resources, a row each with topic, class, pattern and source. The first row of
 * a topic that matches wins.
 */
public final class Phrases {

  private static final List<Phrase> TABLE = read();

  private Phrases() {}

  /** The class of a text within a topic; empty for a text nobody wrote down yet. */
  public static Optional<String> classify(String topic, String text) {
    return TABLE.stream()
        .filter(phrase -> phrase.topic.equals(topic) && phrase.pattern.matcher(text).find())
        .map(Phrase::name)
        .findFirst();
  }

  private static List<Phrase> read() {
    try (InputStream table = Phrases.class.getResourceAsStream("/phrases.tsv")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t+", -1))
          .map(cells -> new Phrase(cells[0], cells[1], Pattern.compile(cells[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Phrase(String topic, String name, Pattern pattern) {}
}
