package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that is down fails nothing else, and gets the run with the next one. */
class DeliverRoundTest {

  @TempDir private Path folder;

  private GreenMail mail;
  private int port;

  @BeforeEach
  void chooseAPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      mail = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    }
  }

  @Test
  void whatCouldNotBeDeliveredIsDeliveredByTheNextRun() throws Exception {
    Captured first = Captured.run(command());
    assertThat(first.code()).isEqualTo(3);
    assertThat(folder.resolve("copy/shop/latest/report.html")).isRegularFile();
    mail.start();
    try {
      assertThat(Captured.run(command()).code()).isZero();
      assertThat(mail.getReceivedMessages()).hasSize(2);
      assertThat(mail.getReceivedMessages())
          .extracting(message -> message.getMessageID())
          .doesNotHaveDuplicates();
      assertThat(Captured.run(command()).code()).isZero();
      assertThat(mail.getReceivedMessages()).hasSize(3);
    } finally {
      mail.stop();
    }
  }

  private String[] command() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("rounds.yaml"),
            """
            rounds.delivery:
              to: [directory, email]
              directory.path: %s
              email:
                host: 127.0.0.1
                port: %d
                tls: none
                from: rounds@example.org
                to: [team@example.org]
                timeout: 5s
            """
                .formatted(folder.resolve("copy"), port));
    return Rounds.sample(folder.resolve("reports"), "--config", config.toString());
  }
}
