package dev.kuberounds.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClusterPropertiesTest {

  private static ClusterProperties bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("rounds.cluster", ClusterProperties.class);
  }

  @Test
  void everythingHasADefault() {
    assertThat(bind(Map.of()))
        .isEqualTo(new ClusterProperties(null, null, null, 500, 4, Duration.ofSeconds(60), 5));
  }

  @Test
  void anEmptyTextIsNoValue() {
    assertThat(
            bind(
                Map.of(
                    "rounds.cluster.kubeconfig", "",
                    "rounds.cluster.context", "",
                    "rounds.cluster.id", "")))
        .isEqualTo(bind(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "page-size, 0, 1 to 10000",
    "page-size, 10001, 1 to 10000",
    "concurrent-lists, 0, 1 to 64",
    "request-timeout, 0s, up to 1h",
    "request-timeout, 2h, up to 1h",
    "retries, -1, 0 to 20",
    "id, ../up, letters",
    "id, a/b, letters"
  })
  void aValueThatCannotBeIsNamedWithWhatIsAccepted(String name, String value, String accepted) {
    assertThatThrownBy(() -> bind(Map.of("rounds.cluster." + name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("rounds.cluster." + name, accepted);
  }
}
