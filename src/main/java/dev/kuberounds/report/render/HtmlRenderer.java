package dev.kuberounds.report.render;

import dev.kuberounds.report.Artifact;
import dev.kuberounds.report.Renderer;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportProperties;
import dev.kuberounds.report.RulePages;
import dev.kuberounds.report.markup.SafeMarkdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One self-contained page: no request, readable without script and style. */
public final class HtmlRenderer implements Renderer {

  private final List<Edition> editions;
  private final HtmlText text;

  public HtmlRenderer(ReportProperties properties, RulePages pages) {
    this.editions = Edition.all(properties, pages);
    this.text = new HtmlText(new SafeMarkdown(properties.linkHosts()));
  }

  @Override
  public String format() {
    return "html";
  }

  @Override
  public List<Artifact> render(Report report) {
    Assets assets = Assets.of(report.cluster().id() + " · " + report.run().id());
    return editions.stream().map(edition -> page(edition, report, assets)).toList();
  }

  private Artifact page(Edition edition, Report report, Assets assets) {
    String html =
        edition.render(
            "report.ftlh",
            report,
            edition.view(report),
            Map.of("md", text, "assets", assets, "others", edition.others(editions, ".html")));
    return new Artifact(
        edition.file(".html"), "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }
}
