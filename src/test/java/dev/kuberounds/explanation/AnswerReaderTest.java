package dev.kuberounds.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kuberounds.anonymization.AnonymizationKey;
import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.Anonymizer;
import dev.kuberounds.anonymization.Incidents;
import dev.kuberounds.explanation.Explanation.Command;
import dev.kuberounds.explanation.Explanation.Confidence;
import dev.kuberounds.explanation.Explanation.Explained;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

  private final AnonymizedIncident incident =
      new Anonymizer(AnonymizationKey.random())
          .anonymize(
              Incidents.saying("'x; rm -rf y'"), Incidents.identifiers("value", "x; rm -rf y"));

  @Test
  void tooLongTextsAreCutAndTooLongCommandsDropped() throws Exception {
    Explained explained =
        read(
            Map.of(
                "cause", "word ".repeat(1_000),
                "remedy", Collections.nCopies(20, "step ".repeat(200)),
                "commands", List.of("kubectl get " + "x".repeat(500), "kubectl get pods")));

    assertThat(explained.cause()).hasSizeBetween(1_490, 1_504).endsWith("word ...");
    assertThat(explained.remedy())
        .hasSize(6)
        .allSatisfy(step -> assertThat(step).hasSizeLessThan(405));
    assertThat(explained.commands()).containsExactly(new Command("kubectl get pods", false));
  }

  @Test
  void aCommandIsJudgedWithItsRealNames() throws Exception {
    String alias = incident.content().findings().getFirst().evidence().getFirst().value();

    Explained explained =
        read(
            Map.of(
                "cause",
                "The label is wrong",
                "commands",
                List.of(Map.of("command", "kubectl get pods -l a=" + alias, "mutates", false))));

    assertThat(explained.commands())
        .containsExactly(new Command("kubectl get pods -l a='x; rm -rf y'", true));
  }

  @Test
  void aModelThatSaysItChangesSomethingIsBelieved() throws Exception {
    assertThat(
            read(Map.of(
                    "cause",
                    "The label is wrong",
                    "commands",
                    List.of(Map.of("command", "kubectl get pods", "mutates", true))))
                .commands())
        .containsExactly(new Command("kubectl get pods", true));
  }

  @Test
  void whoCitesNoEvidenceIsNotSure() throws Exception {
    Map<String, Object> answer =
        Map.of("cause", "The label is wrong", "confidence", "HIGH", "evidence", List.of("e1"));
    assertThat(read(answer).confidence()).isEqualTo(Confidence.HIGH);

    Map<String, Object> invented =
        Map.of("cause", "The label is wrong", "confidence", "HIGH", "evidence", List.of("e7"));
    assertThat(read(invented).confidence()).isEqualTo(Confidence.LOW);
    assertThat(read(invented).evidence()).isEmpty();
  }

  @Test
  void controlCharactersAreDroppedAndInventedNamesReported() throws Exception {
    Explained explained = read(Map.of("cause", "The\u0007node\u001b[31m node-00000 is\nred"));

    assertThat(explained.cause()).isEqualTo("The node [31m node-00000 is\nred");
    assertThat(explained.unknownAliases()).containsExactly("node-00000");
  }

  private Explained read(Map<String, Object> answer) throws Exception {
    Map<String, Object> item = new HashMap<>(answer);
    item.put("id", "Incident-1");
    String text = new ObjectMapper().writeValueAsString(Map.of("incidents", List.of(item)));
    return Objects.requireNonNull(
        new AnswerReader("tiny", "en")
            .read(text, Map.of("incident-1", incident))
            .get("incident-1"));
  }
}
