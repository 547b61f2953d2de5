package dev.kuberounds.report.render;

import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportProperties;
import dev.kuberounds.report.RulePages;
import dev.kuberounds.report.text.Formats;
import dev.kuberounds.report.text.Words;
import dev.kuberounds.report.view.ReportView;
import dev.kuberounds.report.view.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates of one language with all they need. */
public final class Edition {

  private final Words words;
  private final Templates templates;
  private final Views views;
  private final String suffix;

  private Edition(String language, boolean first, ReportProperties properties, RulePages pages) {
    this.words = Words.of(language);
    Formats formats = new Formats(words, properties.zone());
    this.templates = new Templates(words, formats);
    this.views = new Views(pages, words, formats);
    this.suffix = first ? "" : "." + language;
  }

  /** One for each language of the report, in order. */
  public static List<Edition> all(ReportProperties properties, RulePages pages) {
    List<Edition> editions = new ArrayList<>();
    for (String language : properties.languages()) {
      editions.add(new Edition(language, editions.isEmpty(), properties, pages));
    }
    return List.copyOf(editions);
  }

  public ReportView view(Report report) {
    return views.view(report);
  }

  /** Writes a template about a report; it also sees the given. */
  public String render(String template, Report report, ReportView view, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("report", report);
    model.put("view", view);
    return templates.render(template, model);
  }

  /** The name of the report in this language. */
  String file(String extension) {
    return "report" + suffix + extension;
  }

  /** Links to the same report in the other languages. */
  List<Other> others(List<Edition> editions, String extension) {
    return editions.stream()
        .filter(edition -> edition != this)
        .map(edition ->
            new Other(
                edition.file(extension),
                edition.words.language(),
                edition.words.text("language.name")))
        .toList();
  }

  /** The same report in another language. */
  public record Other(String file, String language, String name) {}
}
