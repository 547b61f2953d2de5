package dev.kuberounds.report;

import static dev.kuberounds.report.FindingBuilder.finding;
import static dev.kuberounds.report.FindingBuilder.object;
import static dev.kuberounds.report.IncidentBuilder.incident;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.report.StrictHtml.Element;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page as a browser, a reader and an attacker see it. */
class HtmlReportTest {

  private static final Set<String> ELEMENTS =
      Set.of(
          "html", "head", "meta", "title", "link", "style", "script", "body", "header", "nav",
          "main", "footer", "section", "article", "aside", "h1", "h2", "h3", "h4", "p", "a", "ul",
          "ol", "li", "dl", "dt", "dd", "div", "span", "b", "bdi", "time", "code", "pre", "strong",
          "em", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "svg",
          "rect");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "http-equiv",
          "content",
          "charset",
          "name",
          "rel",
          "href",
          "hreflang",
          "class",
          "id",
          "aria-label",
          "aria-labelledby",
          "aria-hidden",
          "role",
          "tabindex",
          "scope",
          "datetime",
          "viewBox",
          "preserveAspectRatio",
          "width",
          "height",
          "data-sev",
          "data-state",
          "data-ns",
          "data-filter",
          "data-search",
          "data-severity",
          "data-namespace",
          "data-any",
          "data-shown",
          "data-reset",
          "data-expand",
          "data-collapse",
          "data-copy",
          "data-copied");

  @Test
  void hostileTextAddsNoElementAndNothingInvisible() {
    String html = html(ReportFixture.report());
    StrictHtml page = StrictHtml.parse(html);

    assertThat(page.elements()).extracting(Element::name).isSubsetOf(ELEMENTS);
    assertThat(page.elements())
        .flatExtracting(element -> element.attributes().keySet())
        .isSubsetOf(ATTRIBUTES);
    assertThat(page.all("script")).hasSize(1);
    assertThat(page.all("style")).hasSize(1);
    assertThat(html).doesNotContain("\u202E", "\u0000").contains("\\u202Egnp.exe\\u0000");
  }

  @Test
  void linksLeadWithinThePageOrToListedHosts() {
    StrictHtml page = page(ReportFixture.report());
    Set<String> ids = new HashSet<>(page.values("id"));

    for (Element link : page.all("a")) {
      String target = link.attribute("href");
      if (target.startsWith("https://")) {
        assertThat(target).startsWith("https://kubernetes.io/");
        assertThat(link.attribute("rel")).isEqualTo("noopener noreferrer");
      } else if (!target.startsWith("#?")) {
        assertThat(ids).contains(target.substring(1));
      }
    }
    assertThat(page.values("id")).doesNotHaveDuplicates();
  }

  @Test
  void thePolicyAllowsExactlyTheOneStyleAndTheOneScript() throws Exception {
    String html = html(ReportFixture.report());
    StrictHtml page = StrictHtml.parse(html);

    Element policy = page.all("meta").getFirst();
    assertThat(html.indexOf("<meta")).isEqualTo(html.indexOf("<head>") + "<head>\n".length());
    assertThat(policy.attribute("http-equiv")).isEqualTo("Content-Security-Policy");
    assertThat(policy.attribute("content"))
        .isEqualTo(
            "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:;"
                    .formatted(hash(between(html, "style")), hash(between(html, "script")))
                + " base-uri 'none'; form-action 'none'");
  }

  @Test
  void theClusterIdCannotEndTheStringOfThePageFooter() {
    Report report = named(ReportFixture.report(), "a\"}*{x:y}</style><b>\\");

    String style = between(html(report), "style");

    assertThat(style)
        .endsWith(
            "\\000022\\00007d\\00002a\\00007bx\\00003ay\\00007d\\00003c\\00002fstyle\\00003e"
                + "\\00003cb\\00003e\\00005c\\000020\\0000b7\\000020"
                + "01M826QZ3V9K5T0X7B4D1HSEWN\"}}\n");
  }

  @Test
  void headingsMakeAnOutlineWithoutGaps() {
    int level = 0;
    for (Element element : page(ReportFixture.report()).elements()) {
      if (element.name().matches("h[1-6]")) {
        int next = element.name().charAt(1) - '0';
        assertThat(next).as(element.text()).isLessThanOrEqualTo(level + 1);
        level = next;
      }
    }
    assertThat(page(ReportFixture.report()).all("h1")).hasSize(1);
  }

  @Test
  void everyFindingHasARowAndEveryIncidentACard() {
    Report report = ReportFixture.report();
    StrictHtml page = page(report);

    assertThat(page.values("id"))
        .containsAll(report.incidents().stream().map(ReportedIncident::id).toList())
        .containsAll(
            report.findings().stream()
                .map(finding -> "f-" + finding.fingerprint().substring(0, 12))
                .toList());
  }

  @Test
  void commandsThatChangeTheClusterComeLastAndAreMarked() {
    List<Element> commands =
        page(ReportFixture.report()).all("li").stream()
            .filter(item -> item.attribute("class").startsWith("cmd"))
            .limit(3)
            .toList();

    assertThat(commands)
        .extracting(item -> item.attribute("class"))
        .containsExactly("cmd", "cmd", "cmd changing");
    assertThat(html(ReportFixture.report()))
        .contains(
            "<code>kubectl -n shop edit deployment checkout</code></pre>"
                + "<p class=\"warn\">changes the cluster, review first</p>");
  }

  @Test
  void withoutAModelThereIsNoWordOfOne() {
    IncidentBuilder quiet =
        incident(
            finding(
                "crash-looping-container",
                Severity.HIGH,
                object("Deployment", "shop", "cart"),
                "Container [cart] is crash looping"));
    String html =
        html(ReportFixture.report(List.of(quiet), List.of(), List.of(), Verdict.ATTENTION));

    assertThat(html.substring(html.indexOf("<article"), html.indexOf("</article")))
        .contains("ends again and again")
        .doesNotContain("AI");
    assertThat(html).contains("1 incident needs work, it is not urgent.");
  }

  @Test
  void nothingFoundIsNotHealthyIfNotEverythingWasSeen() {
    String html = html(ReportFixture.report(List.of(), List.of(), List.of(), Verdict.HEALTHY));

    assertThat(html)
        .contains("Healthy in the 97.4 % that could be inspected.")
        .contains("not inspected: Lease (no permission) and 2 more")
        .doesNotContain("Nothing needs action");
  }

  @Test
  void twoLanguagesLinkToEachOther() {
    List<Artifact> pages =
        new Renderers(ReportFixture.properties("languages", "zh-CN,en"), ReportFixture.PAGES)
            .renderer("html")
            .render(ReportFixture.report());

    assertThat(pages).extracting(Artifact::name).containsExactly("report.html", "report.en.html");
    assertThat(new String(pages.getFirst().content(), StandardCharsets.UTF_8))
        .contains("<html lang=\"zh-CN\">", "集群巡检报告", "href=\"report.en.html\"");
  }

  private static Report named(Report report, String id) {
    Report.Cluster cluster = report.cluster();
    return new Report(
        report.run(),
        new Report.Cluster(id, cluster.source(), null, cluster.takenAt(), 1, 1, cluster.objects()),
        report.scope(),
        report.verdict(),
        report.score(),
        report.coverage(),
        report.summary(),
        report.incidents(),
        report.findings(),
        report.resolved(),
        report.rules(),
        report.stats());
  }

  private static String hash(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static String between(String html, String element) {
    int from = html.indexOf("<" + element + ">") + element.length() + 2;
    return html.substring(from, html.indexOf("</" + element + ">", from));
  }

  private static StrictHtml page(Report report) {
    return StrictHtml.parse(html(report));
  }

  static String html(Report report) {
    List<Artifact> files =
        new Renderers(ReportFixture.properties(), ReportFixture.PAGES)
            .renderer("html")
            .render(report);
    return new String(files.getFirst().content(), StandardCharsets.UTF_8);
  }
}
