package dev.kuberounds.delivery.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.DeliveryProperties.S3;
import dev.kuberounds.delivery.Receipt;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The delivery against a real store: KUBE_ROUNDS_TEST_S3_ENDPOINT, _BUCKET, _ACCESS_KEY,
 * _SECRET_KEY and, for a private authority, _CA_FILE. Every test writes below a prefix of its own.
 */
@EnabledIfEnvironmentVariable(named = RealS3Test.PREFIX + "ENDPOINT", matches = ".+")
class RealS3Test {

  static final String PREFIX = "KUBE_ROUNDS_TEST_S3_";

  private static final Function<String, @Nullable String> ENVIRONMENT = System::getenv;

  @TempDir Path root;

  private S3 properties;
  private SealedRun run;

  @BeforeEach
  void setUp() {
    String caFile = System.getenv(PREFIX + "CA_FILE");
    properties = properties(caFile == null ? null : Path.of(caFile));
    run = Rounds.seal(Deliveries.archive(root), "01A");
  }

  private static S3 properties(@Nullable Path caFile) {
    return new S3(
        URI.create(System.getenv(PREFIX + "ENDPOINT")),
        "us-east-1",
        System.getenv(PREFIX + "BUCKET"),
        "kube-rounds-test/" + UUID.randomUUID(),
        true,
        PREFIX + "ACCESS_KEY",
        PREFIX + "SECRET_KEY",
        caFile,
        Duration.ofSeconds(20));
  }

  private Receipt deliver(SealedRun sealed) {
    return new S3Destination("s3", properties, ENVIRONMENT).deliver(Deliveries.of(sealed));
  }

  private List<S3Object> objects() throws Exception {
    try (S3Client client = Clients.open(properties, ENVIRONMENT)) {
      return client
          .listObjectsV2(list -> list.bucket(properties.bucket()).prefix(properties.prefix()))
          .contents();
    }
  }

  private String place() {
    return "s3://" + properties.bucket() + "/" + properties.prefix() + "/prod-eu/01A/";
  }

  @Test
  void aRunIsDeliveredOnce() throws Exception {
    assertThat(deliver(run)).isEqualTo(new Receipt.Delivered("s3", place()));
    List<S3Object> objects = objects();
    assertThat(objects).hasSize(7);

    assertThat(deliver(run))
        .isEqualTo(new Receipt.Delivered("s3", place() + " (was there already)"));
    assertThat(objects()).isEqualTo(objects);
  }

  @Test
  void aRunThatManyDeliverAtOnceIsThereOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        receipts.add(threads.submit(() -> deliver(run)));
      }
      for (Future<Receipt> receipt : receipts) {
        assertThat(receipt.get()).isInstanceOf(Receipt.Delivered.class);
      }
    }
    assertThat(objects()).hasSize(7);
  }

  @Test
  void anotherRunOfTheSameNameIsRefused() throws Exception {
    deliver(run);
    List<S3Object> objects = objects();
    SealedRun other = Rounds.seal(Deliveries.archive(root.resolve("other")), "01A");

    assertThat(deliver(other))
        .isEqualTo(
            new Receipt.Failed("s3", place() + " is there with another manifest; compare the two"));
    assertThat(objects()).isEqualTo(objects);
  }

  @Test
  void aWrongSecretIsRefused() throws Exception {
    S3Destination destination =
        new S3Destination(
            "s3",
            properties,
            name -> name.endsWith("SECRET_KEY") ? "not-the-secret" : ENVIRONMENT.apply(name));

    assertThat(destination.deliver(Deliveries.of(run)))
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            failed -> assertThat(failed.reason()).contains("403 SignatureDoesNotMatch"));
    assertThat(objects()).isEmpty();
  }

  @Test
  void aPrivateAuthorityMustBeNamed() {
    assumeTrue(properties.caFile() != null);

    assertThat(new S3Destination("s3", properties(null), ENVIRONMENT).deliver(Deliveries.of(run)))
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .contains("is not accepted")
                    .endsWith("name its authority in rounds.delivery.s3.ca-file"));
  }
}
