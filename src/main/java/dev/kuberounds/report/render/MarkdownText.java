package dev.kuberounds.report.render;

import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.RulePage.Section;
import dev.kuberounds.report.markup.FilledPage;
import dev.kuberounds.report.text.Escape;
import dev.kuberounds.report.text.Formats;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ready Markdown for Markdown templates, as {@code md}. */
public final class MarkdownText {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__)(\\S[^*_]*)\\1");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)\\s]*\\)");

  /** A name of the cluster. */
  public Object code(String value) {
    return SafeOutput.MARKDOWN.markup(Escape.markdownCode(value));
  }

  /** A name of the cluster in a table, where a bar would end the cell. */
  public Object codeCell(String value) {
    return SafeOutput.MARKDOWN.markup(cell(Escape.markdownCode(value)));
  }

  /** Prose in a table. */
  public Object textCell(String value) {
    return SafeOutput.MARKDOWN.markup(cell(Escape.markdown(value)));
  }

  /** What a finding says, its names as code. */
  public Object message(ReportedFinding finding, int most) {
    return SafeOutput.MARKDOWN.markup(sentence(finding, most));
  }

  /** The same in a table. */
  public Object messageCell(ReportedFinding finding, int most) {
    return SafeOutput.MARKDOWN.markup(cell(sentence(finding, most)));
  }

  /** The spaces before an item of a nested list. */
  public Object indent(int depth) {
    return SafeOutput.MARKDOWN.markup("  ".repeat(depth));
  }

  /** What a model wrote, on one line: its code stays code, the rest is plain. */
  public Object model(String text) {
    String plain = EMPHASIS.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("$2");
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (MatchResult code : CODE.matcher(plain).results().toList()) {
      Escape.join(out, Escape.markdown(plain.substring(from, code.start())));
      Escape.join(out, Escape.markdownCode(code.group(1)));
      from = code.end();
    }
    Escape.join(out, Escape.markdown(plain.substring(from)));
    return SafeOutput.MARKDOWN.markup(out.toString());
  }

  /** A block of code with its line feeds. */
  public Object block(String value, String info) {
    return SafeOutput.MARKDOWN.markup(Escape.markdownBlock(value, info));
  }

  /** A section of a rule page. */
  public Object section(FilledPage page, String section, String warning) {
    return SafeOutput.MARKDOWN.markup(page.markdown(Section.valueOf(section), warning));
  }

  private static String sentence(ReportedFinding finding, int most) {
    if (finding.message().length() > most) {
      return Escape.markdown(Formats.cut(finding.message(), most));
    }
    if (finding.parts().isEmpty()) {
      return Escape.markdown(finding.message());
    }
    StringBuilder out = new StringBuilder();
    for (ReportedFinding.Part part : finding.parts()) {
      boolean name = part.kind().equals("name");
      Escape.join(out, name ? Escape.markdownCode(part.value()) : Escape.markdown(part.value()));
    }
    return out.toString();
  }

  private static String cell(String markdown) {
    return markdown.replace("|", "\\|");
  }
}
