package dev.kuberounds.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {

  @Test
  void htmlIsInertInTextAndInAttributes() {
    assertThat(Escape.html("<a href='x' title=\"y\">&</a>"))
        .isEqualTo("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;&lt;/a&gt;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '"',
      value = {
        "None of 6 replicas is ready > None of 6 replicas is ready",
        "ping @all now > ping `@all` now",
        "see #12 and GH-7 > see `#12` and `GH-7`",
        "at https://evil.example/x now > at `https://evil.example/x` now",
        "at www.evil.example > at `www.evil.example`",
        "*bold* _em_ [a](b) > `*bold*` `_em_` `[a](b)`",
        "commit 1a2b3c4d5e > commit `1a2b3c4d5e`",
        "a :tada: party > a `:tada:` party",
        "- item > `-` item",
        "1. item - x > `1.` item - x",
        "-5.5 points > -5.5 points",
        "a `` b > a ``` `` ``` b"
      })
  void aWordThatCouldBecomeMarkupStandsInCode(String text, String markdown) {
    assertThat(Escape.markdown(text)).isEqualTo(markdown);
  }

  @Test
  void lineFeedsCannotBeginANewBlock() {
    assertThat(Escape.markdown("a\n# b\r\n\n- c")).isEqualTo("a `#` b - c");
    assertThat(Escape.markdownCode("a\n\n```\nb")).isEqualTo("````a ``` b````");
  }

  @Test
  void aFenceIsLongerThanAnyRunInside() {
    assertThat(Escape.markdownBlock("x\n````\ny", "sh")).isEqualTo("`````sh\nx\n````\ny\n`````");
    assertThat(Escape.markdownCode("`a")).isEqualTo("`` `a ``");
  }

  @Test
  void codeSpansNeverTouch() {
    StringBuilder out = new StringBuilder("`a`");
    Escape.join(out, "`b`");
    Escape.join(out, " c");
    assertThat(out).hasToString("`a` `b` c");
  }
}
