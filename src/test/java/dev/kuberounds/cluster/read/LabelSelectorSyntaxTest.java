package dev.kuberounds.cluster.read;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kuberounds.cluster.ClusterConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app",
        "!app",
        "app=shop",
        "app==shop,tier!=test",
        "app.kubernetes.io/name=shop, tier in (web, api)",
        "tier notin (test),!legacy",
        "app=",
        "size>3"
      })
  void whatKubectlTakesIsTaken(String selector) {
    assertThatCode(() -> LabelSelectorSyntax.check(selector)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app in web", "=shop", "app=a b", "app,,tier", "app=-x", "a/b/c=d", "x>y"})
  void theRestIsRefused(String selector) {
    assertThatThrownBy(() -> LabelSelectorSyntax.check(selector))
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessageContaining("'" + selector + "'");
  }
}
