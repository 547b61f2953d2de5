package dev.kuberounds.delivery.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Deliveries;
import dev.kuberounds.delivery.Receipt;
import dev.kuberounds.delivery.s3.ForeignStore.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignStoreTest {

  private static final String PLACE = "s3://rounds/prod-eu/01A/";
  private static final Receipt DELIVERED = new Receipt.Delivered("s3", PLACE);
  private static final Receipt UNGUARDED =
      new Receipt.Delivered("s3", PLACE + " (this store has no create-only puts)");

  @TempDir Path root;

  private SealedRun run;

  @BeforeEach
  void setUp() {
    run = Rounds.seal(Deliveries.archive(root), "01A");
  }

  private Receipt deliver(ForeignStore store) {
    return new S3Destination("s3", store.properties(), name -> "x").deliver(Deliveries.of(run));
  }

  @Test
  void oneThatRefusesTheConditionIsAskedFirst() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.REFUSES_THE_HEADER)) {
      assertThat(deliver(store)).isEqualTo(UNGUARDED);
      assertThat(store.objects.get("prod-eu/01A/report.html"))
          .isEqualTo(Files.readAllBytes(run.folder().resolve("report.html")));
    }
  }

  @Test
  void oneThatRefusesTheConditionStillOverwritesNothing() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.REFUSES_THE_HEADER)) {
      byte[] other = "other".getBytes(StandardCharsets.UTF_8);
      store.objects.put("prod-eu/01A/report.html", other);

      assertThat(deliver(store)).isInstanceOf(Receipt.Failed.class);
      assertThat(store.objects).hasSize(1).containsEntry("prod-eu/01A/report.html", other);
    }
  }

  @Test
  void oneThatIgnoresTheConditionIsFoundOutAndNamed() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.IGNORES_THE_HEADER)) {
      assertThat(deliver(store)).isEqualTo(UNGUARDED);
    }
  }

  @Test
  void theManifestIsTheLastObjectOfTheRunAndLatestJsonOfAll() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.IS_BUSY_ONCE)) {
      deliver(store);

      assertThat(store.requests.stream().filter(request -> request.startsWith("PUT")).distinct())
          .containsExactly(
              "PUT prod-eu/01A/report.html",
              "PUT prod-eu/01A/report.json",
              "PUT prod-eu/01A/manifest.json",
              "PUT prod-eu/latest/report.html",
              "PUT prod-eu/latest/report.json",
              "PUT prod-eu/latest/manifest.json",
              "PUT prod-eu/latest.json");
    }
  }

  @Test
  void checksumsTravelInPlainHeadersThatOldStoresUnderstand() throws Exception {
    try (ForeignStore store = new ForeignStore(Manner.IS_BUSY_ONCE)) {
      deliver(store);

      byte[] page = Files.readAllBytes(run.folder().resolve("report.html"));
      Headers headers = store.headers("PUT prod-eu/01A/report.html");
      assertThat(headers.getFirst("If-None-Match")).isEqualTo("*");
      assertThat(headers.getFirst("Content-MD5")).isEqualTo(base64("MD5", page));
      assertThat(headers.getFirst("x-amz-checksum-sha256")).isEqualTo(base64("SHA-256", page));
      assertThat(headers.getFirst("x-amz-meta-sha256"))
          .isEqualTo(headers.getFirst("x-amz-content-sha256")); // the body is signed in one piece
      assertThat(headers).doesNotContainKeys("Content-encoding", "X-amz-trailer", "Expect");
      assertThat(store.headers("PUT prod-eu/latest.json")).doesNotContainKey("If-none-match");
    }
  }

  private static String base64(String algorithm, byte[] bytes) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  @Test
  void aRepeatedDeliveryIsOneRequest() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.IS_BUSY_ONCE)) {
      deliver(store);
      store.requests.clear();

      deliver(store);

      assertThat(store.requests).containsExactly("GET prod-eu/latest.json");
    }
  }

  @Test
  void aConflictWithAnotherPutIsTriedAgain() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.IS_BUSY_ONCE)) {
      assertThat(deliver(store)).isEqualTo(DELIVERED);
    }
  }

  @Test
  void aConflictThatStaysIsAFailure() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.STAYS_BUSY)) {
      assertThat(deliver(store))
          .isInstanceOfSatisfying(
              Receipt.Failed.class,
              failed -> assertThat(failed.reason()).contains("409 ConditionalRequestConflict"));
      assertThat(store.requests.stream().filter("PUT prod-eu/01A/report.html"::equals)).hasSize(3);
    }
  }

  @Test
  void credentialsThatMayOnlyWriteAreEnough() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.FORBIDS_READING)) {
      assertThat(deliver(store)).isEqualTo(DELIVERED);
      assertThat(store.objects).hasSize(7);
    }
  }

  @Test
  void whatMustNotBeReadCannotBeComparedAndIsNotOverwritten() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.FORBIDS_READING)) {
      byte[] unknown = "?".getBytes(StandardCharsets.UTF_8);
      store.objects.put("prod-eu/01A/report.html", unknown);

      assertThat(deliver(store))
          .isEqualTo(
              new Receipt.Failed(
                  "s3",
                  PLACE
                      + "report.html is there and must not be read, so it cannot be compared;"
                      + " grant s3:GetObject"));
      assertThat(store.objects).hasSize(1).containsEntry("prod-eu/01A/report.html", unknown);
    }
  }

  @Test
  void overADeleteMarkerARunIsDeliveredAnew() throws IOException {
    try (ForeignStore store = new ForeignStore(Manner.REFUSES_OVER_DELETE_MARKERS)) {
      assertThat(deliver(store)).isEqualTo(DELIVERED);
      assertThat(store.objects).hasSize(7);
    }
  }
}
