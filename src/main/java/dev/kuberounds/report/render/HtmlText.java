package dev.kuberounds.report.render;

import dev.kuberounds.report.RulePage.Section;
import dev.kuberounds.report.markup.FilledPage;
import dev.kuberounds.report.markup.SafeMarkdown;

/** Markdown for HTML templates, as {@code md}. */
public final class HtmlText {

  private final SafeMarkdown markdown;

  HtmlText(SafeMarkdown markdown) {
    this.markdown = markdown;
  }

  /** Markdown of a model. */
  public Object text(String source) {
    return SafeOutput.HTML.markup(markdown.html(source));
  }

  /** A section of a rule page. */
  public Object section(FilledPage page, String section, String warning) {
    return SafeOutput.HTML.markup(page.html(Section.valueOf(section), markdown, warning));
  }

  /** A section of a rule page without its commands. */
  public Object prose(FilledPage page, String section) {
    return SafeOutput.HTML.markup(page.proseHtml(Section.valueOf(section), markdown));
  }
}
