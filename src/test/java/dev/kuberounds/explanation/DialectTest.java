package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.about;
import static dev.kuberounds.explanation.Explainers.asking;
import static dev.kuberounds.explanation.Explainers.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.explanation.Explainers.FastTiming;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DialectTest {

  private final RecordingOpenAiServer server = RecordingOpenAiServer.start();
  private final FastTiming timing = new FastTiming();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aServerWithoutSchemaIsAskedForJsonFromThenOn() {
    server.otherwise(Behaviours.doesNotKnow("json_schema"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout")))).isEmpty();
      assertThat(reasons(explainer.explain(about("billing")))).isEmpty();
    }
    assertThat(formats()).containsExactly("json_schema", "json_object", "json_object");
  }

  @Test
  void aServerWithoutFormatsIsAskedInWords() {
    server.otherwise(Behaviours.doesNotKnow("response_format"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout")))).isEmpty();
    }
    assertThat(formats()).containsExactly("json_schema", "json_object", "");
    assertThat(timing.pauses).isEmpty();
  }

  @Test
  void aServerThatKnowsOnlyTheFormerLimitGetsIt() {
    server.otherwise(Behaviours.doesNotKnow("max_completion_tokens"));
    try (Explainer explainer = explainer()) {
      assertThat(reasons(explainer.explain(about("checkout")))).isEmpty();
    }
    assertThat(server.received().getLast().json().path("max_tokens").asInt()).isEqualTo(600);
  }

  private Explainer explainer() {
    return Explainer.of(asking(server), timing);
  }

  private List<String> formats() {
    return server.received().stream()
        .map(request -> request.json().path("response_format").path("type").asText())
        .toList();
  }
}
