package dev.kuberounds.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void linesBreakAtSpacesAndKeepTheirIndentation() {
    assertThat(Wrap.wrap("  one two three four", 10)).isEqualTo("  one two\n  three\n  four");
  }

  @Test
  void aWordThatIsTooLongIsCut() {
    assertThat(Wrap.wrap("aaaaaaaaaaaaaaaa", 10)).isEqualTo("aaaaaaaaaa\naaaaaa");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(Wrap.wrap("集群巡检报告没有发现", 10)).isEqualTo("集群巡检报\n告没有发现");
    assertThat(Wrap.width("集a")).isEqualTo(3);
  }

  @Test
  void everythingFits() {
    String text = "x".repeat(300) + " " + "集".repeat(200) + " \uD83D\uDE00".repeat(90);
    assertThat(Wrap.wrap(text, 78).lines()).allMatch(line -> Wrap.width(line) <= 78);
    assertThat(Wrap.wrap(text, 78).replace("\n", "").replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
  }
}
