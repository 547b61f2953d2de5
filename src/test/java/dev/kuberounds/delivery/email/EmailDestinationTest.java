package dev.kuberounds.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.DeliveryProperties.Email.Attach;
import dev.kuberounds.delivery.DeliveryProperties.Email.Tls;
import dev.kuberounds.delivery.Receipt;
import dev.kuberounds.report.MailMessage;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailDestinationTest {

  @TempDir Path root;

  private GreenMail server;
  private Archive archive;

  @BeforeEach
  void setUp() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    archive = Deliveries.archive(root);
  }

  @AfterEach
  void tearDown() {
    server.stop();
  }

  private Email properties() {
    return new Email(
        "127.0.0.1",
        server.getSmtp().getPort(),
        Tls.NONE,
        null,
        null,
        "巡检 <rounds@example.org>",
        List.of("ops@example.org", "Zoë <lead@example.org>"),
        Attach.AUTO,
        null,
        Duration.ofSeconds(10));
  }

  private Receipt deliver(Delivery delivery) {
    return new EmailDestination("email", properties()).deliver(delivery);
  }

  private MimeMessage received() {
    return server.getReceivedMessages()[0];
  }

  @Test
  void aMailHasBothBodiesAndTheReport() throws Exception {
    SealedRun run = Rounds.seal(archive, "01A");

    assertThat(deliver(Deliveries.of(run)))
        .isEqualTo(new Receipt.Delivered("email", "sent to 2 recipients"));

    assertThat(server.getReceivedMessages()).hasSize(2); // one for each mailbox
    Multipart mixed = (Multipart) received().getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    Multipart bodies = (Multipart) mixed.getBodyPart(0).getContent();
    assertThat(bodies.getContentType()).startsWith("multipart/alternative");
    BodyPart text = bodies.getBodyPart(0);
    assertThat(text.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(text.getContent()).asString().isEqualToNormalizingNewlines(Deliveries.MAIL.text());
    BodyPart html = bodies.getBodyPart(1);
    assertThat(html.getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    assertThat(html.getContent()).asString().isEqualToIgnoringNewLines(Deliveries.MAIL.html());
    BodyPart report = mixed.getBodyPart(1);
    assertThat(report.getFileName()).isEqualTo("report.html");
    assertThat(report.getDisposition()).isEqualTo("attachment");
    assertThat(report.getContentType()).startsWith("text/html; charset=utf-8");
    assertThat(report.getInputStream().readAllBytes())
        .isEqualTo(Files.readAllBytes(run.folder().resolve("report.html")));
  }

  @Test
  void theHeadersSayWhatItIsAndKeepMachinesQuiet() throws Exception {
    SealedRun run = Rounds.seal(archive, "01A");

    deliver(Deliveries.of(run));

    MimeMessage mail = received();
    assertThat(mail.getSubject()).isEqualTo("[prod-eu] Critical: 2 act now — 需立即处理");
    assertThat(mail.getFrom())
        .extracting("personal", "address")
        .containsExactly(tuple("巡检", "rounds@example.org"));
    assertThat(mail.getSentDate()).isEqualTo(Date.from(Rounds.NIGHT.plusSeconds(120)));
    assertThat(mail.getMessageID()).isEqualTo("<01A.prod-eu.email@example.org>");
    assertThat(header("References")).isEqualTo("<prod-eu.202611@example.org>");
    assertThat(header("In-Reply-To")).isEqualTo("<prod-eu.202611@example.org>");
    assertThat(header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header("X-Auto-Response-Suppress")).isEqualTo("All");
    assertThat(header("List-Id")).isEqualTo("<prod-eu.kube-rounds.example.org>");
    assertThat(header("X-Kube-Rounds-Cluster")).isEqualTo("prod-eu");
    assertThat(header("X-Kube-Rounds-Run")).isEqualTo("01A");
    assertThat(header("X-Kube-Rounds-Verdict")).isEqualTo("attention");
    assertThat(header("X-Kube-Rounds-Manifest")).isEqualTo(run.sha256());
  }

  private String header(String name) throws Exception {
    return received().getHeader(name, "|");
  }

  @Test
  void aMailThatIsSentAgainIsTheSameMail() throws Exception {
    Delivery delivery = Deliveries.of(Rounds.seal(archive, "01A"));
    deliver(delivery);
    deliver(delivery);

    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      ids.add(mail.getMessageID() + " " + mail.getSentDate().toInstant());
    }
    assertThat(ids).hasSize(4); // two mailboxes, two attempts
    assertThat(ids).containsOnly("<01A.prod-eu.email@example.org> 2026-11-22T18:02:00Z");
  }

  @Test
  void nothingInAClusterCanAddAHeader() throws Exception {
    MailMessage hostile = new MailMessage("Round\r\nBcc: evil@example.org", "text", "<p>html</p>");
    SealedRun run =
        Rounds.seal(archive, Rounds.completed("prod\r\nX-Evil: 集群\u2028", "01A", Rounds.NIGHT));

    deliver(new Delivery(run, hostile));

    MimeMessage mail = received();
    assertThat(mail.getSubject()).isEqualTo("Round Bcc: evil@example.org");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getHeader("X-Evil")).isNull();
    assertThat(MimeUtility.decodeText(header("X-Kube-Rounds-Cluster")))
        .isEqualTo("prod X-Evil: 集群");
    assertThat(header("List-Id"))
        .matches("<prod--x-evil-+[0-9a-f]{8}\\.kube-rounds\\.example\\.org>");
  }

  @Test
  void aFailedRunHasNoVerdict() throws Exception {
    deliver(Deliveries.of(archive.open("prod-eu", "01A").seal(Rounds.failed("01A"))));

    assertThat(received().getHeader("X-Kube-Rounds-Verdict")).isNull();
  }

  @Test
  void aServerThatIsDownFailsAndTheNextTryDelivers() throws Exception {
    int port = server.getSmtp().getPort();
    Delivery delivery = Deliveries.of(Rounds.seal(archive, "01A"));
    EmailDestination destination = new EmailDestination("email", properties());
    server.stop();

    assertThat(destination.deliver(delivery))
        .isEqualTo(
            new Receipt.Failed(
                "email",
                "cannot reach 127.0.0.1:%d: Connection refused; the next run tries again"
                    .formatted(port)));

    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    assertThat(destination.deliver(delivery)).isInstanceOf(Receipt.Delivered.class);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void anAlteredReportIsNotPassedOn() throws Exception {
    SealedRun run = Rounds.seal(archive, "01A");
    Files.writeString(run.folder().resolve("report.html"), "all is well");

    assertThat(deliver(Deliveries.of(run)))
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            failed -> assertThat(failed.reason()).contains("was altered after it was sealed"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }
}
