package dev.kuberounds.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.catalog.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue is complete: each rule has a title, a page and fixtures, and reads like its row.
 */
class RuleCatalogTest {

  private static final List<String> HEADINGS =
      List.of(
          "## What it means",
          "## Why it matters",
          "## How to confirm",
          "## How to fix",
          "## What it does not see",
          "## Sources");

  private static final RuleCatalog CATALOG = RuleCatalog.load(Thresholds.defaults());

  @Test
  void everyRowOfTheListIsARuleAndTheOtherWayRound() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("src/test/resources/rules.tsv"));
    assertThat(
            CATALOG.rules().stream()
                .map(rule ->
                    String.join(
                        "\t",
                        rule.id(),
                        rule.severity().word(),
                        rule.profile().name().toLowerCase(Locale.ROOT),
                        rule.category().word(),
                        String.join(" ", rule.equivalents()))))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aTitleIsAClauseOfAtMostSixWords(Rule rule) {
    assertThat(rule.title().split(" ")).hasSizeLessThanOrEqualTo(6);
    assertThat(rule.title()).matches("[A-Z].*[^.]");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleHasAPageWithAllItsParts(Rule rule) throws IOException {
    List<String> page =
        Files.readAllLines(Path.of("src/main/resources/rules/" + rule.id() + ".md"));
    assertThat(page.getFirst()).isEqualTo("# " + rule.title());
    assertThat(page.stream().filter(line -> line.startsWith("## "))).isEqualTo(HEADINGS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleFiresInAFixtureAndStaysSilentInAnother(Rule rule) {
    Map<Boolean, Long> fixtures =
        Fixture.all().stream()
            .filter(fixture -> fixture.rule().equals(rule.id()))
            .collect(Collectors.partitioningBy(Fixture::silent, Collectors.counting()));
    assertThat(fixtures.get(false)).as("fixtures that fire").isPositive();
    assertThat(fixtures.get(true)).as("silent fixtures").isPositive();
  }

  @Test
  void everyFixtureBelongsToARule() {
    assertThat(Fixture.all()).allSatisfy(f -> assertThat(CATALOG.rule(f.rule())).isPresent());
  }

  static List<Rule> rules() {
    return CATALOG.rules();
  }
}
