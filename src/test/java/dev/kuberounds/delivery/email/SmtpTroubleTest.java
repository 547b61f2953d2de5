package dev.kuberounds.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kuberounds.archive.Rounds;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.DeliveryProperties.Email.Attach;
import dev.kuberounds.delivery.DeliveryProperties.Email.Tls;
import dev.kuberounds.delivery.Receipt;
import dev.kuberounds.delivery.tls.Identity;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpTroubleTest {

  @TempDir Path root;

  private Delivery delivery;

  @BeforeEach
  void setUp() {
    delivery = Deliveries.of(Rounds.seal(Deliveries.archive(root.resolve("reports")), "01A"));
  }

  private static Email email(int port, Tls tls, @Nullable Path caFile) {
    return new Email(
        "localhost",
        port,
        tls,
        null,
        null,
        "rounds@example.org",
        List.of("ops@example.org", "gone@example.org"),
        Attach.AUTO,
        caFile,
        Duration.ofSeconds(3));
  }

  private Receipt deliver(Email email) {
    return new EmailDestination("email", email).deliver(delivery);
  }

  private static String reason(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Failed.class);
    return ((Receipt.Failed) receipt).reason();
  }

  @Test
  void startTlsComesBeforeAnythingOfTheMail() throws Exception {
    Identity identity = Identity.of(root, "dns:localhost");
    try (SmtpServer server = new SmtpServer(identity.server(), Set.of(), false)) {
      assertThat(deliver(email(server.port(), Tls.STARTTLS, identity.certificate())))
          .isEqualTo(new Receipt.Delivered("email", "sent to 2 recipients"));

      assertThat(server.heard.indexOf("TLS")).isEqualTo(server.heard.indexOf("STARTTLS") + 1);
      assertThat(server.heard.subList(0, server.heard.indexOf("TLS")))
          .noneMatch(line -> line.startsWith("MAIL"));
      assertThat(server.heard).contains("Message-ID: <01A.prod-eu.email@example.org>");
    }
  }

  @Test
  void aServerWithoutStartTlsGetsNothing() throws Exception {
    try (SmtpServer server = new SmtpServer(null, Set.of(), false)) {
      assertThat(reason(deliver(email(server.port(), Tls.STARTTLS, null))))
          .isEqualTo(
              "localhost:%d does not offer STARTTLS, so nothing was sent; correct the server or"
                      .formatted(server.port())
                  + " rounds.delivery.email.tls");
      assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void aCertificateNobodyVouchesForGetsNothing() throws Exception {
    Identity identity = Identity.of(root, "dns:localhost");
    try (SmtpServer server = new SmtpServer(identity.server(), Set.of(), false)) {
      assertThat(reason(deliver(email(server.port(), Tls.STARTTLS, null))))
          .startsWith("no safe connection to localhost:" + server.port() + ": ")
          .contains("unable to find valid certification path")
          .endsWith("or name its authority in rounds.delivery.email.ca-file");
      assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void aCertificateForAnotherNameGetsNothing() throws Exception {
    Identity identity = Identity.of(root, "dns:mail.example.org");
    try (SmtpServer server = new SmtpServer(identity.server(), Set.of(), false)) {
      assertThat(reason(deliver(email(server.port(), Tls.STARTTLS, identity.certificate()))))
          .startsWith("no safe connection to localhost:" + server.port() + ": ")
          .contains("localhost");
      assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void tlsFromTheFirstByteIsVerifiedToo() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    server.start(); // its certificate is its own
    try {
      int port = server.getSmtps().getPort();

      assertThat(reason(deliver(email(port, Tls.TLS, null))))
          .startsWith("no safe connection to localhost:" + port + ": ");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void anAnswerThatNeverComesIsToldFromARefusal() throws Exception {
    try (SmtpServer server = new SmtpServer(null, Set.of(), true)) {
      assertThat(reason(deliver(email(server.port(), Tls.NONE, null))))
          .startsWith(
              "localhost:%d stopped answering while the mail was sent, it may have arrived: "
                  .formatted(server.port()));
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(reason(deliver(email(silent.getLocalPort(), Tls.NONE, null))))
          .startsWith("cannot reach localhost:" + silent.getLocalPort() + ": ")
          .contains("timed out");
    }
  }

  @Test
  void theOthersGetTheMailWhenOneRecipientIsRefused() throws Exception {
    try (SmtpServer server = new SmtpServer(null, Set.of("gone@"), false)) {
      assertThat(deliver(email(server.port(), Tls.NONE, null)))
          .isEqualTo(
              new Receipt.Delivered(
                  "email",
                  "sent to 1 of 2 recipients; the server refused gone@example.org: 550 no such"
                      + " mailbox"));
      assertThat(server.heard).contains("DATA");
    }
  }

  @Test
  void aMailThatEverybodyIsRefusedIsAFailure() throws Exception {
    try (SmtpServer server = new SmtpServer(null, Set.of("@example.org>"), false)) {
      String reason = reason(deliver(email(server.port(), Tls.NONE, null)));

      assertThat(reason)
          .startsWith("localhost:" + server.port() + " refused the mail: 550 no such mailbox");
    }
  }

  @Test
  void aPasswordThatCannotBeReadIsAFailure() {
    Path missing = root.resolve("password");
    Email email =
        new Email(
            "localhost",
            1,
            Tls.TLS,
            "me",
            missing,
            "rounds@example.org",
            List.of("ops@example.org"),
            Attach.AUTO,
            null,
            Duration.ofSeconds(3));

    assertThat(reason(deliver(email)))
        .isEqualTo("cannot read the password from rounds.delivery.email.password-file " + missing);
  }
}
