package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.about;
import static dev.kuberounds.explanation.Explainers.properties;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.explanation.Explanation.Explained;
import dev.kuberounds.explanation.Explanation.Unexplained;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Asks whatever OpenAI-compatible server there is; a bad answer is a good test. */
@EnabledIfEnvironmentVariable(named = "KUBE_ROUNDS_TEST_OPENAI_BASE_URL", matches = "http.*")
class RealServerTest {

  @Test
  void everyIncidentIsExplainedOrSaysWhyNot() {
    ExplanationProperties properties =
        properties(
            "backend", "openai",
            "base-url", System.getenv("KUBE_ROUNDS_TEST_OPENAI_BASE_URL"),
            "model", environment("KUBE_ROUNDS_TEST_OPENAI_MODEL").orElse("default"),
            "api-key-env", "KUBE_ROUNDS_TEST_OPENAI_API_KEY",
            "timeout", "180s",
            "temperature", "0");

    try (Explainer explainer = Explainer.of(properties)) {
      ExplanationAnswer answer = explainer.explain(about("checkout", "catalog-v2", "billing"));

      assertThat(answer.explanations()).containsOnlyKeys("i-checkout", "i-catalog-v2", "i-billing");
      assertThat(answer.exchanges()).first().extracting(Exchange::status).isEqualTo(200);
      assertThat(answer.usage().inputTokens()).isPositive();
      answer
          .explanations()
          .forEach((id, explanation) ->
              System.out.println(
                  id
                      + ": "
                      + switch (explanation) {
                        case Explained explained -> explained;
                        case Unexplained unexplained -> unexplained;
                      }));
      answer.exchanges().forEach(exchange -> System.out.println(exchange.answer()));
    }
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name));
  }
}
