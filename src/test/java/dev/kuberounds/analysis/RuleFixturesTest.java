package dev.kuberounds.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.analysis.engine.Analysis;
import dev.kuberounds.analysis.engine.RuleOutcome;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds exactly what its fixtures expect, with all other rules running beside it. */
class RuleFixturesTest {

  private static final RuleCatalog CATALOG = RuleCatalog.load(Thresholds.defaults());
  private static final Analysis ANALYSIS = new Analysis(CATALOG.analyzers());

  @ParameterizedTest
  @MethodSource("fixtures")
  void aRuleFindsWhatItsFixtureExpects(Fixture fixture) {
    List<Finding> found =
        examine(fixture).filter(finding -> finding.rule().equals(fixture.rule())).toList();
    if (fixture.silent()) {
      assertThat(found).map(RuleFixturesTest::readable).isEmpty();
    } else {
      assertThat(found)
          .map(RuleFixturesTest::readable)
          .containsExactlyInAnyOrderElementsOf(fixture.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void noRuleFailsOnAnyFixture(Fixture fixture) {
    NamespaceSnapshot snapshot = fixture.snapshot(kinds());
    assertThat(
            Stream.of(ANALYSIS.examine(snapshot), ANALYSIS.examine(snapshot.cluster()))
                .flatMap(examination -> examination.outcomes().values().stream()))
        .noneMatch(RuleOutcome.Failed.class::isInstance);
  }

  static List<Fixture> fixtures() {
    return Fixture.all();
  }

  static Stream<Finding> examine(Fixture fixture) {
    NamespaceSnapshot snapshot = fixture.snapshot(kinds());
    return Stream.concat(
        ANALYSIS.examine(snapshot.cluster()).findings().stream(),
        ANALYSIS.examine(snapshot).findings().stream());
  }

  static String readable(Finding finding) {
    return "%s %s/%s: %s"
        .formatted(
            finding.severity().word(),
            finding.owner().kind(),
            finding.owner().name(),
            finding.message().text());
  }

  private static Set<Class<? extends HasMetadata>> kinds() {
    return CATALOG.rules().stream().flatMap(Rule::kinds).collect(Collectors.toSet());
  }
}
