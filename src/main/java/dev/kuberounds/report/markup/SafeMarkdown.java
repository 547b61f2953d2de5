package dev.kuberounds.report.markup;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.kuberounds.report.text.Visible;
import java.util.Collection;
import java.util.List;

/**
 * Turns Markdown of any origin into HTML without raw HTML, images, headings or links to hosts that
 * are not listed.
 */
public final class SafeMarkdown {

  private final Parser parser;
  private final HtmlRenderer renderer;

  /** Links lead to these hosts only, by https. */
  public SafeMarkdown(Collection<String> linkHosts) {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.EXTENSIONS, List.of(TablesExtension.create()));
    // Escaped rather than dropped: "<name>" in a sentence is more often a word than a tag.
    options.set(HtmlRenderer.ESCAPE_HTML, true);
    options.set(HtmlRenderer.RENDER_HEADER_ID, false);
    parser = Parser.builder(options).build();
    renderer =
        HtmlRenderer.builder(options)
            .nodeRendererFactory(dataHolder -> new InertNodes(new LinkHosts(linkHosts)))
            .build();
  }

  public String html(String markdown) {
    return renderer.render(parser.parse(Visible.text(markdown))).strip();
  }
}
