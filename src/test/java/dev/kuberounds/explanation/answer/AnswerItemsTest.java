package dev.kuberounds.explanation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerItemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'incidents':[{'id':'1'},{'id':'2'}]}",
        "{'note':{'x':[1]},'incidents':[{'id':'1'},{'id':'2'}],'more':1}",
        "Here you are:\n```json\n{'incidents':[{'id':'1'},{'id':'2'}]}\n```\nAnything else?",
        "<think>{'incidents':[{'id':'9'}]}</think>{'incidents':[{'id':'1'},{'id':'2'}]}",
        "For {incident-1} and [2]: {'incidents':[{'id':'1'},{'id':'2'}]}",
        "[{'id':'1'},{'id':'2'}]",
        "{'incidents':[{'id':'1'},{'id':'2'},{'id':'3','cause':'cut o",
        "{'incidents':[{'id':'1'},{'id':'2'},7]}"
      })
  void theJsonIsFound(String text) {
    assertThat(AnswerItems.of(text.replace('\'', '"')))
        .extracting(item -> item.path("id").asText())
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "{", "{'incidents':{}}", "{'incidents':[]}", "[1,2]", "{{{{{"})
  void whatIsNoAnswerHasNoItems(String text) {
    assertThat(AnswerItems.of(text.replace('\'', '"'))).isEmpty();
  }
}
