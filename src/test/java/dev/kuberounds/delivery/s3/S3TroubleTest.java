package dev.kuberounds.delivery.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3TroubleTest {

  @TempDir Path root;

  private S3Server server;
  private SealedRun run;

  @BeforeEach
  void setUp() throws Exception {
    server = S3Server.start();
    run = Rounds.seal(Deliveries.archive(root), "01A");
  }

  @AfterEach
  void tearDown() throws Exception {
    server.close();
  }

  private Receipt deliver(SealedRun sealed) {
    return new S3Destination("s3", server.properties(), server.environment())
        .deliver(Deliveries.of(sealed));
  }

  private static String reason(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Failed.class);
    return ((Receipt.Failed) receipt).reason();
  }

  @Test
  void aServerThatIsDownFailsAndTheNextTryDelivers() throws Exception {
    server.down();

    assertThat(reason(deliver(run)))
        .startsWith("cannot reach bucket rounds at http://127.0.0.1:")
        .contains("refused")
        .endsWith("the next run tries again");

    server.up();
    assertThat(deliver(run)).isInstanceOf(Receipt.Delivered.class);
    assertThat(server.keys()).hasSize(7);
  }

  @Test
  void aWrongSecretIsAFailureThatNamesTheVariablesOnly() throws Exception {
    S3Destination destination =
        new S3Destination("s3", server.properties(), server.environmentWithSecret("hunter2"));

    assertThat(reason(destination.deliver(Deliveries.of(run))))
        .contains("answered 403 SignatureDoesNotMatch; check the values of KEY and SECRET")
        .doesNotContain("hunter2");
    assertThat(server.keys()).isEmpty();
  }

  @Test
  void aMissingVariableIsAFailure() throws Exception {
    S3Destination destination = new S3Destination("s3", server.properties(), name -> null);

    assertThat(reason(destination.deliver(Deliveries.of(run))))
        .isEqualTo("the environment variable KEY is not set");
  }

  @Test
  void aMissingBucketIsAFailureAndIsNotCreated() throws Exception {
    S3Destination destination =
        new S3Destination("s3", server.properties("nowhere", ""), server.environment());

    assertThat(reason(destination.deliver(Deliveries.of(run))))
        .contains(
            "answered 404 NoSuchBucket; create the bucket or correct rounds.delivery.s3.bucket");
  }

  @Test
  void whatTheSdkDoesNotEvenSendIsAFailure() throws Exception {
    S3Destination destination =
        new S3Destination("s3", server.properties("..", ""), server.environment());

    assertThat(reason(destination.deliver(Deliveries.of(run))))
        .contains("bucket .. at http://127.0.0.1:");
  }

  @Test
  void anAlteredReportIsNotPassedOn() throws Exception {
    Files.writeString(run.folder().resolve("report.html"), "all is well");

    assertThat(reason(deliver(run))).contains("report.html was altered after it was sealed");
    assertThat(server.keys()).isEmpty();
  }
}
