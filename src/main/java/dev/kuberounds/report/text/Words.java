package dev.kuberounds.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The report's own words in one language; what is not translated is English. */
public final class Words {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final String language;
  private final Properties words;

  private Words(String language, Properties words) {
    this.language = language;
    this.words = words;
  }

  /** The words of a language tag, {@code en} or {@code zh-CN}. */
  public static Words of(String language) {
    Properties english = load("messages.properties");
    if (language.equals("en")) {
      return new Words(language, english);
    }
    Properties words = new Properties();
    words.putAll(english);
    words.putAll(load("messages_" + language.replace('-', '_') + ".properties"));
    return new Words(language, words);
  }

  public String language() {
    return language;
  }

  /** The text of a key, with each <code>{0}</code> replaced by the argument at that place. */
  public String text(String key, Object... arguments) {
    String pattern =
        find(key).orElseThrow(() -> new IllegalArgumentException("no word for '" + key + "'"));
    if (arguments.length == 0) {
      return pattern;
    }
    return PLACE
        .matcher(pattern)
        .replaceAll(place ->
            Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(place.group(1))])));
  }

  /**
   * The form for a number: {@code key.one} or {@code key.other}. Place 0 is the number, formatted;
   * the arguments follow.
   */
  public String plural(String key, long number, String formatted, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = formatted;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    boolean one = number == 1 && language.equals("en");
    return text(key + (one ? ".one" : ".other"), all);
  }

  /** The text of a key that need not exist. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(words.getProperty(key));
  }

  Set<String> keys() {
    return new TreeSet<>(words.stringPropertyNames());
  }

  private static Properties load(String name) {
    String path = "/templates/messages/" + name;
    try (InputStream stream = Words.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException("cannot read the words " + path + ": not in the jar");
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        Properties words = new Properties();
        words.load(reader);
        return words;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words " + path, e);
    }
  }
}
