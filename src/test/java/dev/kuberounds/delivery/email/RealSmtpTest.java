package dev.kuberounds.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.archive.Rounds;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.DeliveryProperties.Email.Attach;
import dev.kuberounds.delivery.DeliveryProperties.Email.Tls;
import dev.kuberounds.delivery.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The delivery against a real SMTP server: KUBE_ROUNDS_TEST_SMTP_HOST, _PORT (STARTTLS and login),
 * _USER, _PASSWORD, _CA_FILE, _PLAIN_PORT (no STARTTLS) and _MAIL_DIR, where it leaves each mail as
 * a file. Recipients that begin with unknown- are refused; cut- ends the connection after the mail.
 */
@EnabledIfEnvironmentVariable(named = RealSmtpTest.PREFIX + "HOST", matches = ".+")
class RealSmtpTest {

  static final String PREFIX = "KUBE_ROUNDS_TEST_SMTP_";

  @TempDir Path root;

  private Delivery delivery;
  private Path password;
  private String messageId;

  @BeforeEach
  void setUp() throws IOException {
    String run = UUID.randomUUID().toString();
    delivery = Deliveries.of(Rounds.seal(Deliveries.archive(root.resolve("reports")), run));
    password = Files.writeString(root.resolve("password"), variable("PASSWORD") + "\n");
    messageId = "Message-ID: <" + run + ".prod-eu.email@example.org>";
  }

  private static String variable(String name) {
    return System.getenv(PREFIX + name);
  }

  private Email email(String port, @Nullable Path caFile, String... recipients) {
    return new Email(
        variable("HOST"),
        Integer.parseInt(variable(port)),
        Tls.STARTTLS,
        variable("USER"),
        password,
        "rounds@example.org",
        List.of(recipients),
        Attach.AUTO,
        caFile,
        Duration.ofSeconds(10));
  }

  private static Path authority() {
    return Path.of(variable("CA_FILE"));
  }

  private Receipt deliver(Email email) {
    return new EmailDestination("email", email).deliver(delivery);
  }

  private static String reason(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Failed.class);
    return ((Receipt.Failed) receipt).reason();
  }

  /** How often the mail of this test arrived. */
  private long arrived() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(variable("MAIL_DIR")))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .filter(file -> read(file).contains(messageId))
          .count();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMailArrivesOverVerifiedStartTls() throws IOException {
    assertThat(deliver(email("PORT", authority(), "ops@example.org", "lead@example.org")))
        .isEqualTo(new Receipt.Delivered("email", "sent to 2 recipients"));
    assertThat(arrived()).isEqualTo(1);
  }

  @Test
  void anAuthorityThatIsNotTrustedGetsNothing() throws IOException {
    assertThat(reason(deliver(email("PORT", null, "ops@example.org"))))
        .startsWith("no safe connection to ");
    assertThat(arrived()).isZero();
  }

  @Test
  void aStrippedStartTlsGetsNothing() throws IOException {
    assertThat(reason(deliver(email("PLAIN_PORT", authority(), "ops@example.org"))))
        .contains("does not offer STARTTLS, so nothing was sent");
    assertThat(arrived()).isZero();
  }

  @Test
  void aWrongPasswordIsNotRepeatedInTheReason() throws IOException {
    Files.writeString(password, "hunter2");

    assertThat(reason(deliver(email("PORT", authority(), "ops@example.org"))))
        .contains("refused the login of '" + variable("USER") + "'")
        .doesNotContain("hunter2");
    assertThat(arrived()).isZero();
  }

  @Test
  void anUnknownRecipientDoesNotKeepTheMailFromTheOthers() throws IOException {
    assertThat(deliver(email("PORT", authority(), "unknown-1@example.org", "ops@example.org")))
        .isInstanceOfSatisfying(
            Receipt.Delivered.class,
            delivered ->
                assertThat(delivered.detail())
                    .startsWith(
                        "sent to 1 of 2 recipients; the server refused unknown-1@example.org:"
                            + " 550"));
    assertThat(arrived()).isEqualTo(1);
  }

  @Test
  void onlyUnknownRecipientsAreAFailure() throws IOException {
    assertThat(reason(deliver(email("PORT", authority(), "unknown-1@example.org"))))
        .contains(" refused the mail: 550");
    assertThat(arrived()).isZero();
  }

  @Test
  void aConnectionThatIsCutIsAFailureAndTheNextTryIsTheSameMail() throws IOException {
    assertThat(reason(deliver(email("PORT", authority(), "cut-1@example.org"))))
        .contains("stopped answering while the mail was sent, it may have arrived");
    assertThat(deliver(email("PORT", authority(), "ops@example.org")))
        .isInstanceOf(Receipt.Delivered.class);
    assertThat(arrived()).isEqualTo(2); // by one Message-ID, so that a mailbox can tell
  }
}
