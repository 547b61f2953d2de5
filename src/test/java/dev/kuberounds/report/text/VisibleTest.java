package dev.kuberounds.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

  @Test
  void controlsAndDirectionMarksAreShown() {
    assertThat(Visible.line("a\u0000b\u001Bc\u0085d\u202Ee\u2066f\u200Bg\uFEFFh\u061Ci\u2028"))
        .isEqualTo("a\\u0000b\\u001Bc\\u0085d\\u202Ee\\u2066f\\u200Bg\\uFEFFh\\u061Ci\\u2028");
  }

  @Test
  void onlyTextOfSeveralLinesKeepsItsLineFeeds() {
    assertThat(Visible.line("a\nb\tc")).isEqualTo("a\\u000Ab\\u0009c");
    assertThat(Visible.text("a\r\nb\tc\rd")).isEqualTo("a\nb\tc\\u000Dd");
  }

  @Test
  void otherScriptsAndSymbolsStay() {
    String text = "检查 été עברית \uD83D\uDE00";
    assertThat(Visible.line(text)).isEqualTo(text);
  }

  @Test
  void halfACharacterIsShown() {
    assertThat(Visible.line("x\uD83D")).isEqualTo("x\\uD83D");
    assertThat(Visible.encodable("\uDE00\u202E\uD83D\uDE00"))
        .isEqualTo("\\uDE00\u202E\uD83D\uDE00");
  }
}
