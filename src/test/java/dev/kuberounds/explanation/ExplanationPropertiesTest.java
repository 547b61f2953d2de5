package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationPropertiesTest {

  @Test
  void nothingLeavesByDefault() {
    ExplanationProperties properties = properties();

    assertThat(properties.enabled()).isFalse();
    assertThat(properties.anonymize()).isTrue();
    assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(properties.temperature()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backend     | gpt           | rounds.explanation.backend is 'gpt'; accepted: none or"
            + " openai",
        "backend     | openai        | rounds.explanation.model is ''; accepted: the name of a"
            + " model",
        "base-url    | ftp://x       | accepted: http(s)://host[:port]/path",
        "base-url    | http://u:p@x/ | accepted: http(s)://host[:port]/path",
        "proxy       | proxy:3128    | rounds.explanation.proxy is ''; accepted: http://host:port",
        "language    | en_US!        | accepted: a language tag such as en or zh",
        "concurrency | 0             | rounds.explanation.concurrency is '0'; accepted: more than"
            + " 0",
        "timeout     | 0s            | rounds.explanation.timeout is '0'; accepted: more than 0",
        "temperature | 3             | rounds.explanation.temperature is '3.0'; accepted: 0 to 2",
        "headers.Host| x             | rounds.explanation.headers is 'Host'; accepted: letters"
      })
  void anInvalidValueIsNamedWithWhatIsAccepted(String name, String value, String message) {
    assertThatThrownBy(() -> properties(name, value))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void headersAreNeverPrinted() {
    assertThat(properties("headers.api-key", "s3cr3t").toString()).doesNotContain("s3cr3t");
  }

  @Test
  void filesThatCannotBeUsedAreNamed(@TempDir Path folder) throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");

    assertThatThrownBy(() -> Explainer.of(openAi("api-key-file", empty)))
        .hasMessage(
            "rounds.explanation.api-key-file '" + empty + "' must hold one key on one line");
    assertThatThrownBy(() -> Explainer.of(openAi("api-key-file", folder.resolve("none"))))
        .hasMessageContaining("cannot read rounds.explanation.api-key-file");
    assertThatThrownBy(() -> Explainer.of(openAi("ca-file", empty)))
        .hasMessageContaining("must be a readable file of PEM certificates");
  }

  private static ExplanationProperties openAi(String name, Path file) {
    return properties("backend", "openai", "model", "m", name, file.toString());
  }
}
