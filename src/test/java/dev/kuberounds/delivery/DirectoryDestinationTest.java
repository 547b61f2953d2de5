package dev.kuberounds.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.archive.Rounds;
import dev.kuberounds.archive.SealedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDestinationTest {

  @TempDir Path root;

  private Path volume;
  private Destination destination;

  @BeforeEach
  void setUp() {
    volume = root.resolve("volume");
    destination = new DirectoryDestination("directory", volume);
  }

  private SealedRun run(String name) {
    return Rounds.seal(Deliveries.archive(root.resolve("reports")), name);
  }

  @Test
  void aRunIsThereOnceHoweverOftenItIsDelivered() throws IOException {
    SealedRun run = run("01A");
    Receipt delivered =
        new Receipt.Delivered("directory", volume.resolve("prod-eu/01A").toString());

    assertThat(destination.deliver(Deliveries.of(run))).isEqualTo(delivered);
    Object first = Files.getAttribute(volume.resolve("prod-eu/01A/report.html"), "unix:ino");
    assertThat(destination.deliver(Deliveries.of(run))).isEqualTo(delivered);

    assertThat(Files.getAttribute(volume.resolve("prod-eu/01A/report.html"), "unix:ino"))
        .isEqualTo(first);
    assertThat(volume.resolve("prod-eu/latest/manifest.json"))
        .hasSameBinaryContentAs(run.folder().resolve("manifest.json"));
  }

  @Test
  void anotherManifestUnderTheSameNameIsAFailure() {
    Rounds.seal(Deliveries.archive(volume), "01A");

    assertThat(destination.deliver(Deliveries.of(run("01A"))))
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            failed -> assertThat(failed.reason()).contains("there with another manifest"));
  }

  @Test
  void aVolumeThatIsAFileIsAFailure() throws IOException {
    Files.writeString(volume, "not a folder");

    assertThat(destination.deliver(Deliveries.of(run("01A"))))
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            failed -> assertThat(failed.reason()).contains(volume.toString()));
  }

  @Test
  void anAlteredReportIsNotPassedOn() throws IOException {
    SealedRun run = run("01A");
    Files.writeString(run.folder().resolve("report.html"), "all is well");

    assertThat(destination.deliver(Deliveries.of(run)))
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            failed -> assertThat(failed.reason()).contains("was altered after it was sealed"));
    assertThat(volume.resolve("prod-eu/01A")).doesNotExist();
  }
}
