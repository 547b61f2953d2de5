package dev.kuberounds.report;

import dev.kuberounds.report.render.Edition;
import dev.kuberounds.report.text.Visible;
import dev.kuberounds.report.text.Wrap;
import dev.kuberounds.report.view.ReportView;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the mail about a run, in the first of the report's languages. */
public final class MailRenderer {

  private static final int COLUMNS = 78;

  private final Edition edition;

  public MailRenderer(ReportProperties properties, RulePages pages) {
    this.edition = Edition.all(properties, pages).getFirst();
  }

  /**
   * A mail without its addresses.
   *
   * @param manifestSha256 hash of the run's manifest, by which a reader can prove the archive
   * @param link where the full report can be read; null if it is only attached
   */
  public MailMessage render(Report report, String manifestSha256, @Nullable URI link) {
    Map<String, Object> model = new HashMap<>();
    model.put("manifest", manifestSha256);
    if (link != null) {
      model.put("link", link.toASCIIString());
    }
    ReportView view = edition.view(report);
    String subject = edition.render("mail/subject.txt.ftl", report, view, model);
    String text = edition.render("mail/mail.txt.ftl", report, view, model);
    String html = edition.render("mail/mail.ftlh", report, view, model);
    return new MailMessage(
        Visible.line(subject.strip()),
        Wrap.wrap(text.replaceAll("\n{3,}", "\n\n").strip(), COLUMNS) + "\n",
        html);
  }
}
