package dev.kuberounds.delivery.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class OneLineTest {

  @Test
  void controlAndFormatCharactersAreGone() {
    assertThat(OneLine.of("a\r\nBcc: b\u0000c\u2028d\u202Ee\u200Bf\uFEFFg\uD800h "))
        .isEqualTo("a Bcc: b c d e f g h");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(OneLine.of("😀".repeat(201))).isEqualTo("😀".repeat(200) + "...");
    assertThat(OneLine.of("x".repeat(200))).isEqualTo("x".repeat(200));
  }

  @Test
  void anExceptionIsItsMessageOrItsKind() {
    assertThat(OneLine.of(new IOException("no\nway"))).isEqualTo("no way");
    assertThat(OneLine.of(new IOException())).isEqualTo("IOException");
    assertThat(OneLine.of(new UnknownHostException("minio"))).isEqualTo("unknown host minio");
  }

  @Test
  void theRootIsTheFirstCause() {
    IOException root = new IOException("first");

    assertThat(OneLine.root(new IllegalStateException(new RuntimeException(root)))).isSameAs(root);
  }
}
