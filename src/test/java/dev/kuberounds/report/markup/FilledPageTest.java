package dev.kuberounds.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.ReportedIncident.Command;
import dev.kuberounds.report.RulePage;
import dev.kuberounds.report.RulePage.Section;
import dev.kuberounds.report.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilledPageTest {

  private static final RulePage PAGE =
      RulePage.parse(
          "some-rule",
          """
          # Something is wrong

          ## What it means

          Container `{container}` of {kind} {name} is *not* well. More.

          ## How to confirm

          ```sh
          kubectl -n {namespace} logs {object} -c {container}
          ```

          ```sh
          kubectl -n {namespace} get events \\
            --field-selector=type!=Normal
          # all of them
          kubectl -n {namespace} get pods -o jsonpath='{.items[*].metadata.name}'
          ```

          ## How to fix

          1. Put it right. Then wait.

          Roll back:

          ```sh changes
          kubectl -n {namespace} rollout undo {kind} {name}
          ```

          ## Sources

          - [Docs](https://kubernetes.io/)
          """);

  private final SafeMarkdown markdown = new SafeMarkdown(List.of("kubernetes.io"));

  @Test
  void commandsAreFilledAndThoseThatChangeTheClusterComeLast() {
    assertThat(filled("shop", "cart", "cart-1", "app").commands())
        .containsExactly(
            new Command("kubectl -n shop logs cart-1 -c app", false),
            new Command("kubectl -n shop get events \\\n  --field-selector=type!=Normal", false),
            new Command(
                "# all of them\nkubectl -n shop get pods -o"
                    + " jsonpath='{.items[*].metadata.name}'",
                false),
            new Command("kubectl -n shop rollout undo deployment cart", true));
  }

  @Test
  void optionsWithoutAValueAreDropped() {
    assertThat(filled(null, "n1", "n1", null).commands())
        .extracting(Command::command)
        .contains("kubectl logs n1", "kubectl rollout undo deployment n1");
  }

  @Test
  void aNameThatAShellCouldReadOtherwiseGetsNoCommand() {
    for (String name : List.of("a;b", "$(x)", "a b", "-x", "a\nb", "", "é")) {
      assertThat(filled("shop", "cart", name, "app").commands())
          .as(name)
          .hasSize(3)
          .noneMatch(command -> command.command().contains("logs"));
    }
    assertThat(filled("a;b", "cart", "cart-1", "app").commands()).isEmpty();
  }

  @Test
  void namesAreNeverReadAsMarkup() {
    FilledPage page = filled("shop", "[x](https://kubernetes.io/)<b>{container}", "p", "`*c*`");

    assertThat(page.html(Section.MEANS, markdown, ""))
        .isEqualTo(
            "<p>Container <code>`*c*`</code> of deployment"
                + " [x](https://kubernetes.io/)&lt;b&gt;{container} is <em>not</em> well."
                + " More.</p>");
    assertThat(page.markdown(Section.MEANS, ""))
        .isEqualTo(
            "Container `` `*c*` `` of `deployment`"
                + " `[x](https://kubernetes.io/)<b>{container}` is *not* well. More.");
  }

  @Test
  void commandsInASectionAreMarkedOrLeftOut() {
    FilledPage page = filled("shop", "cart", "cart-1", "app");

    assertThat(page.html(Section.FIX, markdown, "careful"))
        .endsWith(
            "<pre><code>kubectl -n shop rollout undo deployment cart</code></pre>\n"
                + "<p><em>careful</em></p>");
    assertThat(page.proseHtml(Section.FIX, markdown))
        .doesNotContain("kubectl")
        .contains("Roll back.");
    assertThat(filled("shop", "a;b", "p", "app").html(Section.FIX, markdown, "careful"))
        .doesNotContain("kubectl", "careful");
  }

  @Test
  void theNextStepIsTheFirstSentence() {
    FilledPage page = filled("shop", "cart", "cart-1", "app");

    assertThat(page.firstSentence(Section.FIX)).isEqualTo("Put it right.");
    assertThat(page.firstSentence(Section.MEANS))
        .isEqualTo("Container app of deployment cart is not well.");
    assertThat(page.firstSentence(Section.BLIND)).isEmpty();
  }

  @Test
  void aPageWithAnUnknownHeadingIsRefused() {
    assertThatThrownBy(() -> RulePage.parse("some-rule", "# T\n\n## How to break\n\nx"))
        .hasMessage("rule page 'some-rule' has the unknown heading 'How to break'");
    assertThatThrownBy(() -> RulePage.parse("some-rule", "## Sources\n\nx"))
        .hasMessage("rule page 'some-rule' has no title");
  }

  private static FilledPage filled(
      @Nullable String namespace, String name, String object, @Nullable String container) {
    ReportedFinding finding =
        new ReportedFinding(
            "f",
            "some-rule",
            Severity.HIGH,
            "availability",
            new ObjectRef("", "Pod", namespace, object),
            new ObjectRef("apps", "Deployment", namespace, name),
            container,
            "message",
            List.of(),
            List.of(),
            List.of(),
            Status.NEW,
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            null);
    return new FilledPage(PAGE, finding);
  }
}
