package dev.kuberounds.report;

import static dev.kuberounds.report.FindingBuilder.finding;
import static dev.kuberounds.report.FindingBuilder.object;
import static dev.kuberounds.report.IncidentBuilder.incident;
import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.kuberounds.analysis.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** report.md as a code host would read it. */
class MarkdownReportTest {

  @Test
  void hostileTextIsNeitherMarkupNorLink() {
    List<Node> nodes = nodes(markdown(ReportFixture.report()));

    assertThat(nodes)
        .extracting(node -> node.getClass().getSimpleName())
        .contains("Code", "FencedCodeBlock", "TableBlock")
        .doesNotContain("Link", "LinkRef", "Image", "ImageRef", "AutoLink", "Reference");
    assertThat(nodes)
        .filteredOn(node -> node.getClass().getSimpleName().startsWith("Html"))
        .extracting(node -> node.getChars().toString().strip())
        .isNotEmpty()
        .allMatch(html ->
            html.equals("</details>")
                || html.equals("<details><summary>Evidence, commands, explanation</summary>"));
  }

  @Test
  void whatAHostWouldTurnIntoAMentionOrLinkStandsInCode() {
    String prose = prose(markdown(ReportFixture.report()));

    assertThat(prose)
        .contains("2 incidents need action now")
        .doesNotContain("@all", "#12", "www.", "://", "<img", "${");
  }

  @Test
  void incidentsThatDoNotFitAreCounted() {
    List<IncidentBuilder> many = new ArrayList<>();
    for (int i = 0; i < 75; i++) {
      many.add(
          incident(
                  finding(
                          "crash-looping-container",
                          Severity.HIGH,
                          object("Deployment", "shop", "cart-" + i),
                          "Container [cart] is crash looping " + "again ".repeat(60))
                      .evidence("message", "x ".repeat(400))
                      .evidence("more", "y ".repeat(400)))
              .explained(
                  new ReportedIncident.Explanation(
                      "explained",
                      null,
                      "m",
                      "en",
                      "because ".repeat(500),
                      List.of("do ".repeat(200)),
                      List.of(),
                      "low",
                      null,
                      null,
                      null,
                      List.of())));
    }
    String markdown = markdown(ReportFixture.report(many, List.of(), List.of(), Verdict.ATTENTION));
    long shown =
        markdown.lines().filter(line -> line.startsWith("### ") && !line.contains("Rules")).count();

    assertThat(markdown.length()).isLessThanOrEqualTo(60_000);
    assertThat(shown).isBetween(5L, 19L);
    assertThat(markdown).contains((75 - shown) + " more incidents: report.html");
  }

  @Test
  void whatWasNotInspectedIsNamed() {
    assertThat(markdown(ReportFixture.report()))
        .contains("| `Secret` | sandbox, vault | no permission | 403: secrets is forbidden |")
        .contains("| `service-without-ready-endpoints` | not run |");
  }

  @Test
  void aFirstRunSaysThatThereIsNothingToCompareWith() {
    Report report = ReportFixture.report();
    Report.Run run = report.run();
    Report first =
        new Report(
            new Report.Run(
                run.id(),
                run.trigger(),
                run.startedAt(),
                run.finishedAt(),
                run.tool(),
                null,
                0,
                "completed",
                0.9,
                null),
            report.cluster(),
            report.scope(),
            report.verdict(),
            report.score(),
            report.coverage(),
            report.summary(),
            report.incidents(),
            report.findings(),
            List.of(),
            report.rules(),
            report.stats());

    assertThat(markdown(first)).contains("First run: nothing to compare with.");
  }

  /** The text outside of code, in which a code host looks for mentions and addresses. */
  private static String prose(String markdown) {
    StringBuilder prose = new StringBuilder();
    for (Node node : nodes(markdown)) {
      boolean leaf = !node.hasChildren();
      boolean code =
          node instanceof Code
              || node instanceof FencedCodeBlock
              || node.getParent() instanceof Code
              || node.getParent() instanceof FencedCodeBlock;
      if (leaf && !code) {
        prose.append(node.getChars()).append('\n');
      }
    }
    return prose.toString();
  }

  private static List<Node> nodes(String markdown) {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.EXTENSIONS, List.of(TablesExtension.create()));
    List<Node> nodes = new ArrayList<>();
    collect(Parser.builder(options).build().parse(markdown), nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> into) {
    into.add(node);
    node.getChildren().forEach(child -> collect(child, into));
  }

  static String markdown(Report report) {
    Renderer renderer =
        new Renderers(ReportFixture.properties(), ReportFixture.PAGES).renderer("markdown");
    return new String(renderer.render(report).getFirst().content(), StandardCharsets.UTF_8);
  }
}
