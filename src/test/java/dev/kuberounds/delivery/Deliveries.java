package dev.kuberounds.delivery;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.ArchiveProperties;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.report.MailMessage;
import java.nio.file.Path;

/** Things to deliver, for tests. */
public final class Deliveries {

  public static final MailMessage MAIL =
      new MailMessage(
          "[prod-eu] Critical: 2 act now — 需立即处理",
          "2 incidents need action now.\n需立即处理\n",
          "<html><body><h1>Critical</h1><p>需立即处理 & more</p></body></html>");

  private Deliveries() {}

  public static Archive archive(Path folder) {
    return new Archive(folder, new ArchiveProperties(0, 0));
  }

  public static Delivery of(SealedRun run) {
    return new Delivery(run, MAIL);
  }
}
