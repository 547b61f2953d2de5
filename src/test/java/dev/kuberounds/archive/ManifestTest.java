package dev.kuberounds.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

  private static final Manifest MANIFEST =
      Manifest.of(
          Rounds.completed("01B"),
          new Manifest.Chain("c1", 2, new Manifest.Previous("01A", "ab12")),
          List.of(new Manifest.Entry("report.json", "application/json", 7, "cd34")),
          List.of("01"));

  @Test
  void isWrittenInAFixedOrderWithTwoSpacesAndAFinalNewline() {
    assertThat(new String(Json.write(MANIFEST), UTF_8))
        .isEqualTo(
            """
            {
              "schemaVersion": "1",
              "type": "inspection",
              "cluster": "prod-eu",
              "run": "01B",
              "trigger": "schedule",
              "missedRuns": 0,
              "outcome": "completed",
              "startedAt": "2026-11-22T18:00:00Z",
              "finishedAt": "2026-11-22T18:02:00Z",
              "takenAt": "2026-11-22T18:00:00Z",
              "measured": {
                "startedAt": "2026-11-22T18:00:00Z",
                "finishedAt": "2026-11-22T18:02:00Z"
              },
              "source": {
                "kind": "live"
              },
              "scope": {
                "namespaces": [],
                "excludedNamespaces": [
                  "kube-*"
                ],
                "selector": ""
              },
              "tool": {
                "version": "0.1.0",
                "ruleset": "9f2c41d0",
                "configuration": "77aa10b3"
              },
              "identity": {
                "serviceAccount": "rounds",
                "pod": "kube-rounds-1x",
                "node": "node-1"
              },
              "coverage": {
                "ratio": 0.974,
                "counts": {
                  "denied": 1,
                  "listed": 37
                }
              },
              "verdict": "attention",
              "score": {
                "value": 71.0,
                "grade": "C"
              },
              "explanation": {
                "requests": 0,
                "anonymized": true
              },
              "chain": {
                "id": "c1",
                "sequence": 2,
                "previous": {
                  "run": "01A",
                  "sha256": "ab12"
                }
              },
              "artifacts": [
                {
                  "name": "report.json",
                  "mediaType": "application/json",
                  "size": 7,
                  "sha256": "cd34"
                }
              ],
              "pruned": [
                "01"
              ]
            }
            """);
  }

  @Test
  void isReadBackAsItWasWritten() {
    assertThat(Manifest.parse(Json.write(MANIFEST))).isEqualTo(MANIFEST);
  }

  @Test
  void mayHoldFieldsOfALaterVersion() {
    String json = new String(Json.write(MANIFEST), UTF_8);
    String later = json.replaceFirst("\"chain\": \\{", "\"waivers\": 3, $0 \"colour\": \"red\",");

    assertThat(later).isNotEqualTo(json);
    assertThat(Manifest.parse(later.getBytes(UTF_8))).isEqualTo(MANIFEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "{\"run\": \"01B\"", "{\"run\": \"01B\"}"})
  void isRefusedIfItSaysTooLittle(String json) {
    assertThatThrownBy(() -> Manifest.parse(json.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "/etc/passwd", "a/../../x", "", ".", ".x", "a//b", "a/", "a\\b", "a\nb"})
  void isRefusedIfAFileWouldLieOutsideOfTheRun(String name) {
    String json =
        new String(Json.write(MANIFEST), UTF_8)
            .replace(
                "\"report.json\"", "\"" + name.replace("\\", "\\\\").replace("\n", "\\n") + "\"");

    assertThatThrownBy(() -> Manifest.parse(json.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void followsWhatCameBeforeInItsChain() {
    Manifest next =
        Manifest.of(
            Rounds.completed(Rounds.CLUSTER, "01C", Rounds.NIGHT.minusSeconds(60)),
            new Manifest.Chain("c1", 3, new Manifest.Previous("01B", "ef56")),
            List.of(),
            List.of());

    assertThat(next.follows(MANIFEST)).isTrue();
    assertThat(MANIFEST.follows(next)).isFalse();
    assertThat(MANIFEST.follows(MANIFEST)).isTrue();
  }

  @Test
  void ofANewChainFollowsWhatRanEarlier() {
    Manifest other =
        Manifest.of(
            Rounds.completed(Rounds.CLUSTER, "01D", Rounds.NIGHT.plusSeconds(60)),
            new Manifest.Chain("c2", 1, null),
            List.of(),
            List.of());

    assertThat(other.follows(MANIFEST)).isTrue();
    assertThat(MANIFEST.follows(other)).isFalse();
  }
}
