package dev.kuberounds.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkdownTest {

  private final SafeMarkdown markdown = new SafeMarkdown(List.of("kubernetes.io"));

  @Test
  void rawHtmlIsShownNotObeyed() {
    assertThat(markdown.html("use <name> & <b onclick=x>this</b>"))
        .isEqualTo("<p>use &lt;name&gt; &amp; &lt;b onclick=x&gt;this&lt;/b&gt;</p>");
    assertThat(markdown.html("<script>\nalert(1)\n</script>")).doesNotContain("<script");
    assertThat(markdown.html("<!-- x -->\n\n<style>*{}</style>")).doesNotContain("<!--", "<style");
  }

  @Test
  void listedHostsAreLinked() {
    assertThat(markdown.html("[docs](https://kubernetes.io/docs/?a=1&b=2)"))
        .isEqualTo(
            "<p><a href=\"https://kubernetes.io/docs/?a=1&amp;b=2\""
                + " rel=\"noopener noreferrer\">docs</a></p>");
    assertThat(markdown.html("[docs][1]\n\n[1]: https://kubernetes.io/")).contains("<a href=");
    assertThat(markdown.html("<https://kubernetes.io/>")).contains("<a href=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](https://evil.example/)",
        "[a](http://kubernetes.io/)",
        "[a](https://kubernetes.io.evil.example/)",
        "[a](https://kubernetes.io@evil.example/)",
        "[a](https://kubernetes.io:8443/)",
        "[a](https:\\\\kubernetes.io/)",
        "[a](//kubernetes.io/)",
        "[a](javascript:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html,x)",
        "[a][1]\n\n[1]: https://evil.example/",
        "<https://evil.example/>",
        "<mailto:x@evil.example>",
        "<x@evil.example>",
        "![a](https://kubernetes.io/x.png)",
        "![a][1]\n\n[1]: https://kubernetes.io/x.png",
        "[![a](https://evil.example/x.png)](https://evil.example/)"
      })
  void allElseIsText(String source) {
    assertThat(markdown.html(source)).doesNotContain("<a", "<img", "href", "src=");
  }

  @Test
  void headingsAndCodeTakeNoPlaceInThePage() {
    assertThat(markdown.html("# Big\n\ntext"))
        .isEqualTo("<p><strong>Big</strong></p>\n<p>text</p>");
    assertThat(markdown.html("```js onclick=x\n<a>\n```"))
        .isEqualTo("<pre><code>&lt;a&gt;</code></pre>");
  }

  @Test
  void bracketsOfAPathStay() {
    assertThat(markdown.html("see status.conditions[0].reason"))
        .isEqualTo("<p>see status.conditions[0].reason</p>");
  }
}
