package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.about;
import static dev.kuberounds.explanation.Explainers.asking;
import static dev.kuberounds.explanation.Explainers.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.explanation.Explanation.Command;
import dev.kuberounds.explanation.Explanation.Confidence;
import dev.kuberounds.explanation.Explanation.Explained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {

  private final RecordingOpenAiServer server = RecordingOpenAiServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void severalIncidentsAreExplainedByOneRequest() {
    try (Explainer explainer = Explainer.of(asking(server))) {
      ExplanationAnswer answer = explainer.explain(about("checkout", "catalog-v2", "billing"));

      assertThat(server.received()).hasSize(1);
      assertThat(server.received().getFirst().path()).isEqualTo("/v1/chat/completions");
      assertThat(answer.explanations()).containsOnlyKeys("i-checkout", "i-catalog-v2", "i-billing");
      assertThat(answer.explanations().get("i-billing"))
          .isEqualTo(
              new Explained(
                  "The process of Deployment shop-prod/billing ends with an error.",
                  List.of("Look at the log of Deployment shop-prod/billing."),
                  List.of(
                      new Command("kubectl get events", false),
                      new Command("kubectl delete pod x", true)),
                  List.of("e1"),
                  Confidence.HIGH,
                  "tiny-0613",
                  "en",
                  List.of()));
      assertThat(answer.usage()).isEqualTo(new Usage(1, 100, 20));
    }
  }

  @Test
  void theTranscriptHoldsTheBytesThatArrived() {
    try (Explainer explainer = Explainer.of(asking(server))) {
      Exchange exchange = explainer.explain(about("checkout")).exchanges().getFirst();

      assertThat(exchange.request()).isEqualTo(server.received().getFirst().body());
      assertThat(exchange.endpoint()).isEqualTo(server.baseUrl() + "/chat/completions");
      assertThat(exchange.model()).isEqualTo("tiny");
      assertThat(exchange.status()).isEqualTo(200);
      assertThat(exchange.answer()).contains("chat.completion");
    }
  }

  @Test
  void onlyWhatIsMissingIsAskedAgain() {
    server.then(Behaviours.answersWithout("incident-2"), Behaviours.answersWithout());
    try (Explainer explainer = Explainer.of(asking(server))) {
      ExplanationAnswer answer = explainer.explain(about("checkout", "catalog-v2", "billing"));

      assertThat(server.received()).hasSize(2);
      assertThat(server.received().get(1).ids()).containsExactly("incident-2");
      assertThat(reasons(answer)).isEmpty();
      assertThat(answer.usage()).isEqualTo(new Usage(2, 200, 40));
    }
  }

  @Test
  void whatIsMissingTwiceIsUnexplained() {
    server.otherwise(Behaviours.answersWithout("incident-2"));
    try (Explainer explainer = Explainer.of(asking(server))) {
      ExplanationAnswer answer = explainer.explain(about("checkout", "catalog-v2"));

      assertThat(server.received()).hasSize(2);
      assertThat(reasons(answer))
          .containsOnlyKeys("i-catalog-v2")
          .containsValue("no usable answer, asked twice");
    }
  }

  @Test
  void anAnswerThatIsCutOffKeepsWhatIsComplete() {
    server.then(
        Behaviours.cutOff(
            "{\"incidents\":[{\"id\":\"incident-1\",\"cause\":\"A file is"
                + " missing\"},{\"id\":\"inc"));
    try (Explainer explainer = Explainer.of(asking(server))) {
      ExplanationAnswer answer = explainer.explain(about("checkout", "billing"));

      assertThat(server.received().get(1).ids()).containsExactly("incident-2");
      assertThat(reasons(answer)).isEmpty();
    }
  }

  @Test
  void theKeyIsReadFromAFileAndNothingElseIsTold(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "sk-secret\n");
    try (Explainer explainer =
        Explainer.of(asking(server, "api-key-file", key.toString(), "headers.X-Team", "night"))) {
      explainer.explain(about("checkout"));

      assertThat(server.received().getFirst().headers())
          .containsOnlyKeys(
              "Accept",
              "Authorization",
              "Content-length",
              "Content-type",
              "Host",
              "User-agent",
              "X-team")
          .containsEntry("Authorization", List.of("Bearer sk-secret"))
          .containsEntry("User-agent", List.of("kube-rounds"))
          .containsEntry("X-team", List.of("night"));
    }
  }

  @Test
  void withoutAKeyNoneIsSent() {
    try (Explainer explainer = Explainer.of(asking(server))) {
      explainer.explain(about("checkout"));

      assertThat(server.received().getFirst().headers()).doesNotContainKey("Authorization");
    }
  }

  @Test
  void theSameIncidentAsksTheSameQuestion() {
    try (Explainer explainer = Explainer.of(asking(server));
        Explainer other = Explainer.of(asking(server, "model", "large"))) {
      String key = explainer.contentKey(Explainers.incident("checkout"));

      assertThat(explainer.contentKey(Explainers.incident("checkout"))).isEqualTo(key);
      assertThat(explainer.contentKey(Explainers.incident("billing"))).isNotEqualTo(key);
      assertThat(other.contentKey(Explainers.incident("checkout"))).isNotEqualTo(key);
    }
  }

  @Test
  void manyThreadsMayAsk() throws Exception {
    try (Explainer explainer = Explainer.of(asking(server));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ExplanationAnswer>> answers = new ArrayList<>();
      IntStream.range(0, 20)
          .forEach(
              i -> answers.add(threads.submit(() -> explainer.explain(about("deployment-" + i)))));

      for (int i = 0; i < 20; i++) {
        assertThat(answers.get(i).get().explanations())
            .hasEntrySatisfying(
                "i-deployment-" + i,
                explanation ->
                    assertThat(explanation)
                        .isInstanceOfSatisfying(
                            Explained.class,
                            explained -> assertThat(explained.cause()).contains("shop-prod/")));
      }
      assertThat(server.received()).hasSize(20);
    }
  }

  @Test
  void withoutABackendNothingIsAsked() {
    try (Explainer explainer = Explainer.of(Explainers.properties())) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("no AI backend is configured (rounds.explanation.backend)");
    }
  }
}
