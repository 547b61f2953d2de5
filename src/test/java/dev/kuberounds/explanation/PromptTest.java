package dev.kuberounds.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptTest {

  @Test
  void theLanguageIsAskedForByName() {
    assertThat(Prompt.in("zh").instructions()).contains("in Chinese.").doesNotContain("${");
    assertThat(Prompt.in("de-CH").instructions()).contains("in German (Switzerland).");
  }

  @Test
  void theVersionIsThatOfTheTemplate() {
    assertThat(Prompt.in("zh").version()).hasSize(64).isEqualTo(Prompt.in("en").version());
  }

  @Test
  void theDataAreOneDocument() {
    assertThat(Prompt.data(Map.of())).isEqualTo("{\"incidents\":[]}");
    assertThat(Prompt.data(Map.of("incident-1", Explainers.incident("checkout"))))
        .startsWith("{\"incidents\":[{\"id\":\"incident-1\",\"severity\":\"high\",")
        .contains("\"rule\":\"crash-looping-container\"");
  }

  @Test
  void requestsAreFilledByCount() {
    assertThat(sizes("incidents-per-request", "4")).containsExactly(4, 4, 2);
  }

  @Test
  void requestsAreFilledByTokens() {
    int prompt = Prompt.tokens(Prompt.in("en").instructions());
    int one = Prompt.tokens(Prompt.data(Map.of("incident-1", Explainers.incident("d-0"))));

    assertThat(sizes("request-tokens", String.valueOf(prompt + 3 * one + one / 2)))
        .containsExactly(3, 3, 3, 1);
    assertThat(sizes("request-tokens", "10")).hasSize(10).containsOnly(1);
  }

  private static List<Integer> sizes(String... properties) {
    return new RequestPacker(Explainers.properties(properties))
        .pack(IntStream.range(0, 10).mapToObj(i -> Explainers.incident("d-" + i)).toList()).stream()
            .map(request -> request.incidents().size())
            .toList();
  }
}
