package dev.kuberounds.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All formats together. */
class RenderersTest {

  @Test
  void theSelectedFormatsComeInTheirOrder() {
    Renderers renderers =
        new Renderers(ReportFixture.properties("formats", "json,html"), ReportFixture.PAGES);

    assertThat(renderers.selected()).extracting(Renderer::format).containsExactly("json", "html");
    assertThat(ReportFixture.properties().formats()).isEqualTo(Renderers.formats());
  }

  @Test
  void anUnknownFormatIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> ReportFixture.properties("formats", "html,docx"))
        .hasRootCauseMessage(
            "rounds.report.formats: no format 'docx'; accepted are html, markdown, json");
    assertThatThrownBy(() -> ReportFixture.properties("languages", "fr"))
        .hasRootCauseMessage("rounds.report.languages: no language 'fr'; accepted are en, zh-CN");
  }

  @Test
  void theSameReportMakesTheSameBytesWhereverItIsWritten() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> here = everything();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(everything()).isEqualTo(here);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(everything()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void allFormatsCountTheSame() throws Exception {
    Report report = ReportFixture.report();
    JsonNode json = new ObjectMapper().readTree(JsonReportTest.json(report));
    String html = HtmlReportTest.html(report);
    String markdown = MarkdownReportTest.markdown(report);

    JsonNode counts = json.at("/summary/findings");
    int critical = counts.get("critical").asInt();
    int high = counts.get("high").asInt();
    int medium = counts.get("medium").asInt();
    assertThat(List.of(critical, high, medium)).containsExactly(2, 6, 3);
    assertThat(html)
        .contains("critical</span> <b>" + critical + "</b>", "high</span> <b>" + high + "</b>");
    assertThat(markdown).contains("| %d | %d | %d | 0 | 1 |".formatted(critical, high, medium));
    assertThat(count(html, "<tr id=\"f-"))
        .isEqualTo(json.get("findings").size() + json.get("resolved").size());
    assertThat(count(html, "<article "))
        .isEqualTo(json.get("incidents").size())
        .isEqualTo(json.at("/summary/incidents").asInt());
    JsonNode changes = json.at("/summary/changes");
    assertThat(markdown)
        .contains(
            "%d new, %d back again, %d changed, %d unchanged, %d resolved, %d not comparable"
                .formatted(
                    changes.get("new").asInt(),
                    changes.get("regressed").asInt(),
                    changes.get("changed").asInt(),
                    changes.get("unchanged").asInt(),
                    changes.get("resolved").asInt(),
                    changes.get("notComparable").asInt()));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<String> everything() {
    ReportProperties properties =
        ReportFixture.properties("languages", "en,zh-CN", "zone", "America/New_York");
    List<String> files = new ArrayList<>();
    for (Renderer renderer : new Renderers(properties, ReportFixture.PAGES).selected()) {
      for (Artifact file : renderer.render(ReportFixture.report())) {
        files.add(file.name() + new String(file.content(), StandardCharsets.UTF_8));
      }
    }
    MailMessage mail =
        new MailRenderer(properties, ReportFixture.PAGES)
            .render(ReportFixture.report(), "ab", null);
    files.add(mail.subject() + mail.text() + mail.html());
    return files;
  }
}
