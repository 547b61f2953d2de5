package dev.kuberounds.report;

import dev.kuberounds.report.render.HtmlRenderer;
import dev.kuberounds.report.render.JsonRenderer;
import dev.kuberounds.report.render.MarkdownRenderer;
import java.util.List;

/** The formats a report can be written in, by name. */
public final class Renderers {

  private static final List<String> FORMATS = List.of("html", "markdown", "json");

  private final ReportProperties properties;
  private final RulePages pages;

  public Renderers(ReportProperties properties, RulePages pages) {
    this.properties = properties;
    this.pages = pages;
  }

  /** The names of all formats. */
  public static List<String> formats() {
    return FORMATS;
  }

  /** The formats that are switched on, in their order. */
  public List<Renderer> selected() {
    return properties.formats().stream().distinct().map(this::renderer).toList();
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Renderer renderer(String format) {
    check(format);
    return switch (format) {
      case "html" -> new HtmlRenderer(properties, pages);
      case "markdown" -> new MarkdownRenderer(properties, pages);
      default -> new JsonRenderer();
    };
  }

  static void check(String format) {
    if (!FORMATS.contains(format)) {
      throw new IllegalArgumentException(
          "rounds.report.formats: no format '%s'; accepted are %s"
              .formatted(format, String.join(", ", FORMATS)));
    }
  }
}
