package dev.kuberounds.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"prod-eu", "a", "0", "shop.example.org", "a_b"})
  void aSafeIdIsItsOwnName(String id) {
    assertThat(SafeName.of(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Prod", "", ".", "..", "../etc", "a/b", "a\\b", "集群", "a\nb", "-a", "_fleet", " "})
  void anyOtherIdGetsASafeName(String id) {
    assertThat(SafeName.of(id)).matches("[a-z0-9][a-z0-9._-]{0,53}-[0-9a-f]{8}");
  }

  @Test
  void longIdsAreCutAndStayApart() {
    String one = SafeName.of("c".repeat(64) + "1");
    String two = SafeName.of("c".repeat(64) + "2");

    assertThat(one).hasSize(63).startsWith("ccc").isNotEqualTo(two);
  }

  @Test
  void idsThatLookAlikeStayApart() {
    assertThat(SafeName.of("arn:aws/prod"))
        .startsWith("arn-aws-prod-")
        .isNotEqualTo(SafeName.of("arn-aws:prod"));
  }
}
