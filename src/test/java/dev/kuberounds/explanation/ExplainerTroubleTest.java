package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.about;
import static dev.kuberounds.explanation.Explainers.asking;
import static dev.kuberounds.explanation.Explainers.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.explanation.Explainers.FastTiming;
import dev.kuberounds.explanation.RecordingOpenAiServer.Behaviour;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ExplainerTroubleTest {

  private final RecordingOpenAiServer server = RecordingOpenAiServer.start();
  private final FastTiming timing = new FastTiming();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDeadServerStopsTheQuestions() {
    server.close();

    try (Explainer explainer = explainer()) {
      for (int i = 0; i < 3; i++) {
        assertThat(reasons(explainer.explain(about("checkout"))))
            .containsValue("no connection, 4 times");
      }
      ExplanationAnswer last = explainer.explain(about("checkout"));
      assertThat(reasons(last)).containsValue("backend unavailable: no connection");
      assertThat(last.usage()).isEqualTo(Usage.NONE);
    }
    assertThat(timing.pauses).hasSize(9);
    assertThat(timing.pauses.subList(0, 3))
        .satisfiesExactly(
            one -> assertThat(one).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)),
            two -> assertThat(two).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)),
            three -> assertThat(three).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4)));
  }

  @Test
  void anAnswerInBetweenForgivesFailures() {
    Behaviour broken = Behaviours.status(503, "");
    server.then(broken, broken, broken, broken, broken, broken, broken, broken);
    server.then(Behaviours.answers(), broken, broken, broken, broken);
    try (Explainer explainer = explainer()) {
      for (int i = 0; i < 4; i++) {
        explainer.explain(about("checkout"));
      }
      assertThat(reasons(explainer.explain(about("checkout")))).isEmpty();
    }
  }

  @Test
  void aStormOf429IsUnexplainedAfterFourTries() {
    server.otherwise(Behaviours.status(429, "{}"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("the backend answers 429, 4 times");
    }
    assertThat(server.received()).hasSize(4);
  }

  @Test
  void retryAfterIsHonouredBeyondEightSeconds() {
    server.then(Behaviours.tooManyRequests("17"), Behaviours.tooManyRequests("0.5"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout")))).isEmpty();
    }
    assertThat(timing.pauses).containsExactly(Duration.ofSeconds(17), Duration.ofMillis(500));
  }

  @Test
  void aWaitBeyondTheBudgetIsNotWaited() {
    server.otherwise(Behaviours.tooManyRequests("3600"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue(
              "the backend asks to wait 3600 s, longer than explanations may take (max-duration)");
      explainer.explain(about("billing"));
    }
    assertThat(server.received()).hasSize(1);
    assertThat(timing.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I am sorry, I cannot do that.",
        "{\"incidents\":[]}",
        "{\"incidents\":\"none\"}",
        "[[[[",
        "{\"incidents\":[{\"id\":\"incident-9\",\"cause\":\"A file is missing\"}]}",
        "{\"incidents\":[{\"id\":\"incident-1\",\"cause\":\"...\"}]}",
        "null",
        "<html><body>Welcome"
      })
  void garbageIsAskedOnceMore(String content) {
    server.otherwise(Behaviours.says(content));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("no usable answer, asked twice");
    }
    assertThat(server.received()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Proxy login</html>", "", "{}", "{\"choices\":[]}", "[1", "\u0000"})
  void aPageThatIsNoCompletionIsUnexplained(String body) {
    server.otherwise(Behaviours.status(200, body));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("no usable answer, asked twice");
    }
  }

  @Test
  void aHangEndsWithTheTimeout() {
    server.otherwise(Behaviours.hangs());
    try (Explainer explainer = Explainer.of(asking(server, "timeout", "200ms"), timing)) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .hasEntrySatisfying(
              "i-checkout", reason -> assertThat(reason).startsWith("no answer in 200 ms"));
    }
  }

  @Test
  void aCutConnectionIsTriedAgain() {
    server.then(Behaviours.cutsConnection());
    try (Explainer explainer = explainer()) {
      ExplanationAnswer answer = explainer.explain(about("checkout"));

      assertThat(reasons(answer)).isEmpty();
      assertThat(answer.exchanges()).extracting(Exchange::status).containsExactly(0, 200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, {}, the backend answers 401; check the key (api-key-file or api-key-env)",
    "404, {}, the backend answers 404; check base-url and model",
    "302, {}, the backend answers 302",
    "429, insufficient_quota, the backend answers 429; the account has no credit left"
  })
  void whatWillNotChangeStopsTheQuestions(int status, String body, String reason) {
    server.otherwise(Behaviours.status(status, body));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout")))).containsValue(reason);
      assertThat(reasons(explainer.explain(about("billing")))).containsValue(reason);
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aRequestThatIsRefusedForItselfStopsNoOther() {
    server.then(Behaviours.status(400, "{\"error\":\"exceed_context_size_error\"}"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("the backend answers 400");
      assertThat(reasons(explainer.explain(about("billing")))).isEmpty();
    }
  }

  @Test
  void aRunAsksNoMoreThanItsRequests() {
    try (Explainer explainer = Explainer.of(asking(server, "max-requests", "2"), timing)) {
      explainer.explain(about("checkout"));
      explainer.explain(about("billing"));
      assertThat(reasons(explainer.explain(about("catalog"))))
          .containsValue("the budget of requests is used up (max-requests)");
    }
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void aRunUsesNoMoreThanItsTokens() {
    try (Explainer explainer = Explainer.of(asking(server, "max-tokens", "100"), timing)) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("the budget of tokens is used up (max-tokens)");
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aRunTakesNoLongerThanItsTime() {
    server.otherwise(Behaviours.status(503, ""));
    try (Explainer explainer = Explainer.of(asking(server, "max-duration", "2s"), timing)) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("the time for explanations is over (max-duration)");
    }
    assertThat(timing.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void anInterruptedQuestionLeavesTheThreadInterrupted() {
    try (Explainer explainer = explainer()) {
      Thread.currentThread().interrupt();
      ExplanationAnswer answer = explainer.explain(about("checkout"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reasons(answer)).containsValue("interrupted");
    }
  }

  private Explainer explainer() {
    return Explainer.of(asking(server), timing);
  }
}
