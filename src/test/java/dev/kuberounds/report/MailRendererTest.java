package dev.kuberounds.report;

import static dev.kuberounds.report.FindingBuilder.finding;
import static dev.kuberounds.report.FindingBuilder.object;
import static dev.kuberounds.report.IncidentBuilder.incident;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mail as its reader gets it. */
class MailRendererTest {

  private static final URI LINK = URI.create("https://reports.example.org/prod-eu/");

  @Test
  void theSubjectCountsWhatMatters() {
    assertThat(mail(ReportFixture.report(), "en").subject())
        .isEqualTo("[prod-eu] Critical: 2 act now, 5 new, 1 back again, 2 resolved");
    assertThat(mail(ReportFixture.report(), "zh-CN").subject())
        .isEqualTo("【prod-eu】异常：2 项需立即处理，新增 5，复发 1，恢复 2");
  }

  @Test
  void anUngradedRunSaysHowMuchWasSeen() {
    Report report = ReportFixture.report(List.of(), List.of(), List.of(), Verdict.UNGRADED);

    assertThat(mail(report, "en").subject()).isEqualTo("[prod-eu] Not graded: 97.4 % inspected");
    assertThat(mail(report, "en").text())
        .contains("Only 97.4 % could be inspected (Lease (no permission) and 2 more).");
  }

  @Test
  void theTextIsPlainAndNarrow() {
    String text = mail(ReportFixture.report(), "en").text();

    assertThat(text.lines()).allMatch(line -> line.length() <= 78);
    assertThat(text).doesNotContain("\u202E", "\u0000", "&lt;").contains("\\u202Egnp.exe");
  }

  @Test
  void theHtmlLoadsNothingAndLinksOnlyToTheReport() {
    StrictHtml html = StrictHtml.parse(mail(ReportFixture.report(), "en").html());

    assertThat(html.elements())
        .extracting(StrictHtml.Element::name)
        .doesNotContain("script", "style", "img", "form", "link", "svg");
    assertThat(html.values("href")).containsExactly(LINK.toString());
    assertThat(html.values("src")).isEmpty();
  }

  @Test
  void aHugeReportStaysBelowWhatMailProgramsClip() {
    List<IncidentBuilder> many = new ArrayList<>();
    List<ReportedFinding> gone = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      FindingBuilder one =
          finding(
              "job-failed",
              Severity.HIGH,
              object("Job", "n".repeat(63), "<".repeat(200) + i),
              "&".repeat(5_000));
      many.add(incident(one));
      gone.add(one.seen(Status.RESOLVED, 2).build());
    }
    MailMessage mail = mail(ReportFixture.report(many, List.of(), gone, Verdict.ATTENTION), "en");

    assertThat(mail.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(90 * 1024);
    assertThat(mail.html()).contains("490 more incidents are in the report.");
    assertThat(mail.text()).contains("490 more incidents are in the report.");
  }

  @Test
  void itCarriesTheHashThatProvesTheArchive() {
    MailMessage mail = mail(ReportFixture.report(), "en");

    assertThat(mail.text()).contains("ab".repeat(32));
    assertThat(mail.html()).contains("ab".repeat(32));
  }

  private static MailMessage mail(Report report, String language) {
    return new MailRenderer(ReportFixture.properties("languages", language), ReportFixture.PAGES)
        .render(report, "ab".repeat(32), LINK);
  }
}
