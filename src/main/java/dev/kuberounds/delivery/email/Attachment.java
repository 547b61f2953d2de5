package dev.kuberounds.delivery.email;

import dev.kuberounds.archive.Manifest;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.DeliveryProperties.Email.Attach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a mail, or a sentence why nothing does.
 *
 * @param file null: nothing is attached
 * @param notice for the reader; empty: nothing needs to be said
 */
record Attachment(@Nullable File file, String notice) {

  private static final long LARGEST_PAGE = 5 << 20;
  // Many servers refuse more than 25 MB, and base64 adds a third.
  private static final long LARGEST_ZIP = 10 << 20;

  private static final String PAGE = "report.html";

  /** A file by name, type and bytes. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record File(String name, String mediaType, byte[] content) {}

  static Attachment of(SealedRun run, Attach attach) throws IOException {
    return switch (attach) {
      case NONE -> new Attachment(null, "");
      case HTML -> page(run, Long.MAX_VALUE).orElseGet(() -> withoutPage(run));
      case ZIP -> zip(run, Long.MAX_VALUE).orElseThrow();
      case AUTO -> auto(run);
    };
  }

  private static Attachment auto(SealedRun run) throws IOException {
    Optional<Attachment> page = page(run, LARGEST_PAGE);
    return page.isPresent() ? page.get() : zip(run, LARGEST_ZIP).orElseGet(() -> tooLarge(run));
  }

  private static Optional<Attachment> page(SealedRun run, long largest) {
    return run.manifest().artifacts().stream()
        .filter(file -> file.name().equals(PAGE) && file.size() <= largest)
        .findFirst()
        .map(file -> new File(PAGE, file.mediaType(), run.read(file)))
        .map(file -> new Attachment(file, ""));
  }

  /** Every file of the run with its manifest, so that the recipient can check them. */
  private static Optional<Attachment> zip(SealedRun run, long largest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LocalDateTime time =
        LocalDateTime.ofInstant(run.manifest().round().finishedAt(), ZoneOffset.UTC);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Manifest.Entry file : run.manifest().artifacts()) {
        add(zip, file.name(), run.read(file), time);
        if (bytes.size() > largest) {
          return Optional.empty();
        }
      }
      add(zip, Manifest.FILE, run.readManifest(), time);
    }
    return bytes.size() > largest
        ? Optional.empty()
        : Optional.of(
            new Attachment(new File("report.zip", "application/zip", bytes.toByteArray()), ""));
  }

  private static void add(ZipOutputStream zip, String name, byte[] content, LocalDateTime time)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static Attachment withoutPage(SealedRun run) {
    return new Attachment(
        null,
        "This run has no report.html; its files are in the archive under " + run.path() + ".");
  }

  private static Attachment tooLarge(SealedRun run) {
    return new Attachment(
        null, "The report is too large for a mail; it is in the archive under " + run.path() + ".");
  }

  /** The text with the notice at its end. */
  static String appendTo(String text, String notice) {
    return notice.isEmpty() ? text : text.stripTrailing() + "\n\n" + notice + "\n";
  }

  /** The page with the notice at the end of its body. Notices hold nothing that needs escaping. */
  static String insertInto(String html, String notice) {
    if (notice.isEmpty()) {
      return html;
    }
    int end = html.lastIndexOf("</body>");
    int at = end < 0 ? html.length() : end;
    return html.substring(0, at) + "<p>" + notice + "</p>\n" + html.substring(at);
  }
}
