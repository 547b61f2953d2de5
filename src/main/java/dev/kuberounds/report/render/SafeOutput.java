package dev.kuberounds.report.render;

import dev.kuberounds.report.text.Escape;
import dev.kuberounds.report.text.Visible;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** What FreeMarker does to every value it writes into one kind of text. */
final class SafeOutput extends CommonMarkupOutputFormat<SafeOutput.Markup> {

  static final SafeOutput HTML = new SafeOutput("SafeHTML", "text/html", Escape::html);
  static final SafeOutput MARKDOWN =
      new SafeOutput("SafeMarkdown", "text/markdown", Escape::markdown);
  static final SafeOutput PLAIN = new SafeOutput("SafePlain", "text/plain", Visible::line);

  private final String name;
  private final String mimeType;
  private final UnaryOperator<String> escape;

  private SafeOutput(String name, String mimeType, UnaryOperator<String> escape) {
    this.name = name;
    this.mimeType = mimeType;
    this.escape = escape;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMimeType() {
    return mimeType;
  }

  @Override
  public String escapePlainText(String text) {
    return escape.apply(text);
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escape.apply(text));
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  /** Text that is written as it is. */
  Markup markup(String text) {
    return new Markup(this, null, text);
  }

  @Override
  @SuppressWarnings("NullAway") // FreeMarker gives either the text or the markup
  protected Markup newTemplateMarkupOutputModel(String text, String markup) {
    return new Markup(this, text, markup);
  }

  /** A text that is ready for one output format. */
  static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {

    private final SafeOutput format;

    @SuppressWarnings("NullAway") // FreeMarker gives either the text or the markup
    private Markup(
        SafeOutput format,
        @org.jspecify.annotations.Nullable String text,
        @org.jspecify.annotations.Nullable String markup) {
      super(text, markup);
      this.format = format;
    }

    @Override
    public SafeOutput getOutputFormat() {
      return format;
    }
  }
}
