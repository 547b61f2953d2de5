package dev.kuberounds.report.markup;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Optional;
import java.util.Set;

/** Renders the nodes that could load, lead or shout: as text, or as a link to a listed host. */
final class InertNodes implements NodeRenderer {

  private final LinkHosts hosts;

  InertNodes(LinkHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
    return Set.of(
        new NodeRenderingHandler<>(Image.class, (node, _, html) -> html.text(node.getText())),
        new NodeRenderingHandler<>(ImageRef.class, (node, _, html) -> html.text(node.getText())),
        new NodeRenderingHandler<>(MailLink.class, (node, _, html) -> html.text(node.getText())),
        new NodeRenderingHandler<>(AutoLink.class, this::autoLink),
        new NodeRenderingHandler<>(Link.class, this::link),
        new NodeRenderingHandler<>(LinkRef.class, this::reference),
        new NodeRenderingHandler<>(Heading.class, InertNodes::heading),
        new NodeRenderingHandler<>(FencedCodeBlock.class, InertNodes::fenced));
  }

  private void autoLink(AutoLink node, NodeRendererContext context, HtmlWriter html) {
    String address = node.getText().toString();
    hosts
        .allowed(address)
        .ifPresentOrElse(
            target -> anchor(target, html, () -> html.text(address)), () -> html.text(address));
  }

  private void link(Link node, NodeRendererContext context, HtmlWriter html) {
    linkTo(hosts.allowed(node.getUrl().unescape()), node, context, html);
  }

  private void reference(LinkRef node, NodeRendererContext context, HtmlWriter html) {
    if (!node.isDefined()) {
      // Not a link at all, such as "status.containerStatuses[0]".
      html.text(node.getChars().unescape());
      return;
    }
    String address = node.getReferenceNode(context.getDocument()).getUrl().unescape();
    linkTo(hosts.allowed(address), node, context, html);
  }

  private static void linkTo(
      Optional<String> target, Node node, NodeRendererContext context, HtmlWriter html) {
    target.ifPresentOrElse(
        address -> anchor(address, html, () -> context.renderChildren(node)),
        () -> context.renderChildren(node));
  }

  private static void anchor(String target, HtmlWriter html, Runnable text) {
    html.attr("href", target).attr("rel", "noopener noreferrer").withAttr().tag("a");
    text.run();
    html.closeTag("a");
  }

  /** A heading of its own would break the outline of the page it is put into. */
  private static void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
    html.line().tag("p").tag("strong");
    context.renderChildren(node);
    html.closeTag("strong").closeTag("p").line();
  }

  private static void fenced(FencedCodeBlock node, NodeRendererContext context, HtmlWriter html) {
    html.line().tag("pre").tag("code").openPre();
    html.text(node.getContentChars().normalizeEOL().stripTrailing());
    html.closePre().closeTag("code").closeTag("pre").line();
  }
}
