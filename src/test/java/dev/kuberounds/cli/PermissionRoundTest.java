package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.cluster.FakeApiServer;
import dev.kuberounds.cluster.Fault;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not be read is said, and never counts as "nothing wrong". */
class PermissionRoundTest {

  @TempDir private Path folder;

  private FakeApiServer cluster;
  private Set<String> everything;

  @BeforeEach
  void everythingIsSeenWithFullRights() {
    cluster = Rounds.serveSample();
    everything = fingerprints(round());
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void withoutSecretsTheRuleIsSkippedAndNothingIsInvented() {
    cluster.deny(Secret.class);
    JsonNode report = round();
    assertThat(outcome(report, "Secret")).isEqualTo("denied");
    assertThat(rule(report, "missing-secret").path("outcome").asText()).isEqualTo("skipped");
    assertThat(rule(report, "missing-secret").path("reason").asText()).contains("secrets denied");
    assertThat(everything).containsAll(open(report));
    assertThat(report.at("/summary/changes/resolved").asInt()).isZero();
  }

  @Test
  void withTwoNamespacesOnlyTheRestIsNamedAndNothingIsGraded() {
    for (Class<? extends HasMetadata> kind : List.of(Pod.class, ConfigMap.class, Secret.class)) {
      cluster.deny(kind, "shop", "payments");
    }
    JsonNode report = round();
    assertThat(outcome(report, "Pod")).isEqualTo("denied");
    assertThat(everything).containsAll(open(report));
    assertThat(open(report)).isNotEmpty();
    assertThat(report.path("verdict").asText()).isNotEqualTo("healthy");
    assertThat(report.at("/score/grade").isNull()).isTrue();
    assertThat(rule(report, "crash-looping-container").path("reason").asText())
        .contains("not in ", "pods denied");
  }

  @Test
  void aKindThatFailsSkipsItsRulesByNameAndWithholdsTheGrade() {
    cluster.fault(Pod.class, Fault.when(_ -> true, 500));
    JsonNode report = round();
    assertThat(outcome(report, "Pod")).isEqualTo("failed");
    assertThat(rule(report, "crash-looping-container").path("outcome").asText())
        .isEqualTo("skipped");
    assertThat(report.path("verdict").asText()).isNotEqualTo("healthy");
  }

  private JsonNode round() {
    Captured result =
        Captured.run(
            Rounds.live(
                cluster.kubeconfig(folder), folder.resolve("reports"), "--min-coverage", "0.97"));
    assertThat(result.code()).as(result.err()).isIn(0, 2);
    return Rounds.report(folder.resolve("reports"), "test");
  }

  private static String outcome(JsonNode report, String kind) {
    return stream(report.at("/coverage/listings"))
        .filter(line -> line.path("kind").asText().equals(kind) && line.path("namespace").isNull())
        .map(line -> line.path("outcome").asText())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode rule(JsonNode report, String id) {
    return stream(report.at("/coverage/rules"))
        .filter(line -> line.path("rule").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> fingerprints(JsonNode report) {
    return stream(report.path("findings"))
        .map(finding -> finding.path("fingerprint").asText())
        .collect(Collectors.toSet());
  }

  /** Findings somebody saw in this run. */
  private static Set<String> open(JsonNode report) {
    return stream(report.path("findings"))
        .filter(finding -> !finding.path("status").asText().equals("notComparable"))
        .map(finding -> finding.path("fingerprint").asText())
        .collect(Collectors.toSet());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
