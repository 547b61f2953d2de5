package dev.kuberounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates and their words promise as files. */
class TemplateFilesTest {

  private static final Path FOLDER = Path.of("templates");
  private static final Pattern EVENT = Pattern.compile("\\son[a-z]+\\s*=");
  private static final Pattern KEY = Pattern.compile("(?:t|plural)\\(\"([a-zA-Z.]+[a-zA-Z])\"");

  @Test
  void noTemplateSwitchesEscapingOffOrCarriesCode() throws IOException {
    for (Path file : templates()) {
      String text = Files.readString(file);
      assertThat(text).as(file.toString()).doesNotContain("no_esc", "noautoesc", "outputformat");
      assertThat(EVENT.matcher(text).find()).as(file.toString()).isFalse();
      if (!file.startsWith(FOLDER.resolve("mail"))) {
        assertThat(text).as(file.toString()).doesNotContain("style=");
      }
    }
  }

  @Test
  void styleAndScriptStayWithinTheirSize() throws IOException {
    assertThat(Files.size(FOLDER.resolve("html/report.css"))).isLessThan(14 * 1024);
    assertThat(Files.size(FOLDER.resolve("html/report.js"))).isLessThan(12 * 1024);
    assertThat(Files.readString(FOLDER.resolve("html/report.css"))).doesNotContain("url(", "</");
    assertThat(Files.readString(FOLDER.resolve("html/report.js")))
        .doesNotContain("</", "innerHTML", "eval(", ".style");
  }

  @Test
  void everyWordATemplateAsksForExists() throws IOException {
    Set<String> keys = words("messages.properties").stringPropertyNames();
    for (Path file : templates()) {
      KEY.matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1))
          .forEach(key ->
              assertThat(keys.contains(key) || keys.contains(key + ".other"))
                  .as("%s in %s", key, file)
                  .isTrue());
    }
  }

  @Test
  void bothLanguagesHaveTheSameWordsWithTheSamePlaces() throws IOException {
    Properties english = words("messages.properties");
    Properties chinese = words("messages_zh_CN.properties");
    Set<String> wanted =
        english.stringPropertyNames().stream()
            .filter(key -> !key.endsWith(".one") && !key.equals("format.date"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(new TreeSet<>(chinese.stringPropertyNames())).isEqualTo(wanted);
    for (String key : wanted) {
      assertThat(places(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (var reader =
        Files.newBufferedReader(FOLDER.resolve("messages/" + name), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> found =
          files.filter(file -> file.toString().matches(".*\\.(ftlh|ftl)")).sorted().toList();
      assertThat(found).hasSizeGreaterThan(10);
      return found;
    }
  }
}
