package dev.kuberounds.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.RunFolder;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.DeliveryProperties.Email.Attach;
import dev.kuberounds.report.Artifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir Path root;

  private Archive archive;

  @BeforeEach
  void setUp() {
    archive = Deliveries.archive(root);
  }

  private SealedRun withPage(byte[] page) {
    RunFolder folder = archive.open("prod-eu", "01A");
    folder.write(new Artifact("report.html", "text/html", page));
    folder.write(Rounds.file("owners/payments.html", "slice"));
    return folder.seal(Rounds.completed("01A"));
  }

  @Test
  void aPageOfFiveMegabytesIsAttachedAsItIs() throws IOException {
    Attachment attachment = Attachment.of(withPage(new byte[5 * MEGABYTE]), Attach.AUTO);

    assertThat(attachment.file()).extracting(Attachment.File::name).isEqualTo("report.html");
    assertThat(attachment.notice()).isEmpty();
  }

  @Test
  void aLargerPageComesZippedWithAllFilesAndTheirManifest() throws IOException {
    SealedRun run = withPage(new byte[5 * MEGABYTE + 1]);

    Attachment attachment = Attachment.of(run, Attach.AUTO);

    assertThat(attachment.file())
        .extracting(Attachment.File::name, Attachment.File::mediaType)
        .containsExactly("report.zip", "application/zip");
    Map<String, byte[]> files = unzip(attachment);
    assertThat(files.keySet())
        .containsExactly("manifest.json", "owners/payments.html", "report.html");
    assertThat(files)
        .containsEntry("manifest.json", Files.readAllBytes(run.folder().resolve("manifest.json")));
    assertThat(files.get("report.html")).hasSize(5 * MEGABYTE + 1);
  }

  @Test
  void theSameRunIsTheSameZip() throws IOException {
    SealedRun run = withPage(new byte[100]);

    assertThat(content(Attachment.of(run, Attach.ZIP)))
        .isEqualTo(content(Attachment.of(run, Attach.ZIP)));
  }

  @Test
  void whatIsTooLargeEvenZippedIsASentence() throws IOException {
    byte[] noise = new byte[11 * MEGABYTE];
    new Random(7).nextBytes(noise);

    Attachment attachment = Attachment.of(withPage(noise), Attach.AUTO);

    assertThat(attachment.file()).isNull();
    assertThat(attachment.notice())
        .isEqualTo("The report is too large for a mail; it is in the archive under prod-eu/01A.");
  }

  @Test
  void whatIsAskedForIsAttachedWhateverItsSize() throws IOException {
    SealedRun run = withPage(new byte[6 * MEGABYTE]);

    assertThat(Attachment.of(run, Attach.HTML).file())
        .extracting(Attachment.File::name)
        .isEqualTo("report.html");
    assertThat(Attachment.of(run, Attach.NONE)).isEqualTo(new Attachment(null, ""));
  }

  @Test
  void aRunWithoutAPageSaysSoOrComesZipped() throws IOException {
    RunFolder folder = archive.open("prod-eu", "01B");
    folder.write(Rounds.file("report.json", "{}"));
    SealedRun run = folder.seal(Rounds.completed("01B"));

    assertThat(Attachment.of(run, Attach.HTML).notice()).contains("no report.html");
    assertThat(unzip(Attachment.of(run, Attach.AUTO)).keySet())
        .containsExactly("manifest.json", "report.json");
  }

  @Test
  void theSentenceStandsInBothBodies() {
    assertThat(Attachment.appendTo("text\n", "Too large.")).isEqualTo("text\n\nToo large.\n");
    assertThat(Attachment.appendTo("text\n", "")).isEqualTo("text\n");
    assertThat(Attachment.insertInto("<body><p>x</p></body>", "Too large."))
        .isEqualTo("<body><p>x</p><p>Too large.</p>\n</body>");
    assertThat(Attachment.insertInto("<p>x</p>", "Too large."))
        .isEqualTo("<p>x</p><p>Too large.</p>\n");
  }

  private static byte[] content(Attachment attachment) {
    return Objects.requireNonNull(attachment.file()).content();
  }

  private static Map<String, byte[]> unzip(Attachment attachment) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content(attachment)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
