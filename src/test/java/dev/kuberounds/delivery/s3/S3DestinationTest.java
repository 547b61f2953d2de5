package dev.kuberounds.delivery.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.Latest;
import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.RunFolder;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.Receipt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3DestinationTest {

  private static final String CLUSTER = "archive/eu/prod-eu/";

  @TempDir Path root;

  private S3Server server;
  private Archive archive;

  @BeforeEach
  void setUp() throws Exception {
    server = S3Server.start();
    archive = Deliveries.archive(root);
  }

  @AfterEach
  void tearDown() throws Exception {
    server.close();
  }

  private Receipt deliver(SealedRun run) {
    return new S3Destination("s3", server.properties(), server.environment())
        .deliver(Deliveries.of(run));
  }

  private static Receipt delivered(String run) {
    return new Receipt.Delivered("s3", "s3://rounds/" + CLUSTER + run + "/");
  }

  private static String reason(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Failed.class);
    return ((Receipt.Failed) receipt).reason();
  }

  @Test
  void aRunIsThereWithTypesHashesAndLatest() throws Exception {
    SealedRun run = Rounds.seal(archive, "01A");

    assertThat(deliver(run)).isEqualTo(delivered("01A"));

    assertThat(server.keys())
        .containsExactly(
            CLUSTER + "01A/manifest.json",
            CLUSTER + "01A/report.html",
            CLUSTER + "01A/report.json",
            CLUSTER + "latest.json",
            CLUSTER + "latest/manifest.json",
            CLUSTER + "latest/report.html",
            CLUSTER + "latest/report.json");
    for (String folder : List.of("01A/", "latest/")) {
      for (String name : List.of("manifest.json", "report.html", "report.json")) {
        assertThat(server.text(CLUSTER + folder + name))
            .isEqualTo(Files.readString(run.folder().resolve(name)));
      }
    }
    GetObjectResponse page = server.headers(CLUSTER + "01A/report.html");
    assertThat(page.contentType()).isEqualToIgnoringWhitespace("text/html; charset=utf-8");
    assertThat(page.cacheControl()).isEqualTo("private, max-age=31536000, immutable");
    assertThat(page.metadata())
        .containsEntry("sha256", run.manifest().artifacts().getFirst().sha256());
    assertThat(server.headers(CLUSTER + "latest/report.html").cacheControl()).isEqualTo("no-cache");
    assertThat(Latest.parse(server.text(CLUSTER + "latest.json").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Latest.of(run));
  }

  @Test
  void aSecondDeliveryCreatesNothingNew() throws Exception {
    SealedRun run = Rounds.seal(archive, "01A");
    deliver(run);
    List<S3Object> before = server.objects();

    assertThat(deliver(run))
        .isEqualTo(
            new Receipt.Delivered("s3", "s3://rounds/" + CLUSTER + "01A/ (was there already)"));

    assertThat(server.objects()).isEqualTo(before); // times included
  }

  @Test
  void aDeliveryThatWasCutIsContinued() throws Exception {
    SealedRun run = Rounds.seal(archive, "01A");
    deliver(run);
    S3Object page = object("01A/report.html");
    for (String lost : List.of("01A/manifest.json", "01A/report.json", "latest.json")) {
      server.delete(CLUSTER + lost);
    }

    assertThat(deliver(run)).isEqualTo(delivered("01A"));

    assertThat(object("01A/report.html")).isEqualTo(page);
    assertThat(server.keys()).hasSize(7);
  }

  @Test
  void otherContentUnderTheKeyIsNotOverwritten() throws Exception {
    server.put(CLUSTER + "01A/report.html", "<h1>Another report</h1>");

    assertThat(reason(deliver(Rounds.seal(archive, "01A"))))
        .isEqualTo(
            "s3://rounds/"
                + CLUSTER
                + "01A/report.html holds other content and is not overwritten; compare the two");
    assertThat(server.text(CLUSTER + "01A/report.html")).isEqualTo("<h1>Another report</h1>");
    assertThat(server.keys()).containsExactly(CLUSTER + "01A/report.html");
  }

  @Test
  void anotherManifestUnderTheKeyIsNotOverwritten() throws Exception {
    deliver(Rounds.seal(archive, "01A"));
    SealedRun other = Rounds.seal(Deliveries.archive(root.resolve("other")), "01A");

    assertThat(reason(deliver(other)))
        .isEqualTo(
            "s3://rounds/" + CLUSTER + "01A/ is there with another manifest; compare the two");
  }

  @Test
  void anOlderRunThatComesLateDoesNotMoveLatestBack() throws Exception {
    SealedRun first = Rounds.seal(archive, "01A");
    SealedRun second = Rounds.seal(archive, "01B");
    deliver(second);

    assertThat(deliver(first)).isEqualTo(delivered("01A"));

    assertThat(server.text(CLUSTER + "latest/report.json")).contains("01B");
    assertThat(server.text(CLUSTER + "latest.json")).contains("\"run\": \"01B\"");
    assertThat(server.keys()).contains(CLUSTER + "01A/manifest.json");
  }

  @Test
  void aFailedRunLeavesTheLatestReportAndIsNamedAsLatestRun() throws Exception {
    deliver(Rounds.seal(archive, "01A"));

    deliver(archive.open("prod-eu", "01B").seal(Rounds.failed("01B")));

    assertThat(server.text(CLUSTER + "latest/report.json")).contains("01A");
    assertThat(server.text(CLUSTER + "latest.json"))
        .contains("\"run\": \"01B\"", "\"outcome\": \"failed\"");
  }

  @Test
  void latestHoldsNoFileOfAnOlderRun() throws Exception {
    RunFolder folder = archive.open("prod-eu", "01A");
    folder.write(Rounds.file("junit.xml", "<testsuites/>"));
    deliver(folder.seal(Rounds.completed("01A")));

    deliver(Rounds.seal(archive, "01B"));

    assertThat(server.keys())
        .contains(CLUSTER + "01A/junit.xml", CLUSTER + "latest/report.html")
        .doesNotContain(CLUSTER + "latest/junit.xml");
  }

  @Test
  void withoutAPrefixKeysBeginWithTheCluster() throws Exception {
    S3Destination destination =
        new S3Destination("s3", server.properties(S3Server.BUCKET, ""), server.environment());

    destination.deliver(Deliveries.of(Rounds.seal(archive, "01A")));

    assertThat(server.keys()).contains("prod-eu/01A/manifest.json", "prod-eu/latest.json");
  }

  private S3Object object(String key) throws Exception {
    return server.objects().stream()
        .filter(object -> object.key().equals(CLUSTER + key))
        .findFirst()
        .orElseThrow();
  }
}
