package dev.kuberounds.report.render;

import dev.kuberounds.report.Artifact;
import dev.kuberounds.report.Renderer;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportProperties;
import dev.kuberounds.report.RulePages;
import dev.kuberounds.report.view.ReportView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A report for issues and wikis: GitHub-flavoured Markdown of bounded size. */
public final class MarkdownRenderer implements Renderer {

  /** GitHub refuses bodies above 65,536 characters. */
  static final int LIMIT = 60_000;

  private static final int INCIDENTS = 20;

  private final List<Edition> editions;
  private final MarkdownText text = new MarkdownText();

  public MarkdownRenderer(ReportProperties properties, RulePages pages) {
    this.editions = Edition.all(properties, pages);
  }

  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public List<Artifact> render(Report report) {
    return editions.stream().map(edition -> file(edition, report)).toList();
  }

  private Artifact file(Edition edition, Report report) {
    int incidents = Math.min(INCIDENTS, report.incidents().size());
    ReportView view = edition.view(report);
    String markdown = markdown(edition, report, view, incidents);
    while (markdown.length() > LIMIT && incidents > 0) {
      incidents--;
      markdown = markdown(edition, report, view, incidents);
    }
    return new Artifact(
        edition.file(".md"),
        "text/markdown; charset=utf-8",
        markdown.getBytes(StandardCharsets.UTF_8));
  }

  private String markdown(Edition edition, Report report, ReportView view, int incidents) {
    return edition
            .render(
                "report.md.ftl",
                report,
                view,
                Map.of("md", text, "shown", incidents, "html", edition.file(".html")))
            .replaceAll("\n{3,}", "\n\n")
            .strip()
        + "\n";
  }
}
