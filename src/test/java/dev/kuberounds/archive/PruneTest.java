package dev.kuberounds.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path root;

  private Archive archive(int keepDays, int keepRuns) {
    return new Archive(root, new ArchiveProperties(keepDays, keepRuns));
  }

  private void nights(int count) {
    for (int night = 0; night < count; night++) {
      Instant start = Rounds.NIGHT.plus(DAY.multipliedBy(night));
      Rounds.seal(archive(0, 0), Rounds.completed("prod-eu", "0" + (char) ('A' + night), start));
    }
  }

  @Test
  void removesTheFilesOfOldRunsAndKeepsTheirManifests() throws IOException {
    nights(4);
    Instant now = Rounds.NIGHT.plus(DAY.multipliedBy(3)).plusSeconds(3600);

    assertThat(archive(2, 0).prune("prod-eu", now, Set.of())).containsExactly("0A", "0B");

    assertThat(ArchiveTest.names(root.resolve("prod-eu/0A"))).containsExactly("manifest.json");
    assertThat(ArchiveTest.names(root.resolve("prod-eu/0C")))
        .containsExactly("manifest.json", "report.html", "report.json");
    assertThat(archive(2, 0).prune("prod-eu", now, Set.of())).isEmpty();
  }

  @Test
  void keepsTheNewestRunsUpToTheLimit() {
    nights(5);

    assertThat(archive(0, 2).prune("prod-eu", Rounds.NIGHT, Set.of()))
        .containsExactly("0A", "0B", "0C");
  }

  @Test
  void keepsUndeliveredRuns() throws IOException {
    nights(4);

    assertThat(archive(0, 1).prune("prod-eu", Rounds.NIGHT, Set.of("0B")))
        .containsExactly("0A", "0C");
    assertThat(ArchiveTest.names(root.resolve("prod-eu/0B"))).contains("report.html");
  }

  @Test
  void neverTouchesTheNewestCompletedRun() throws IOException {
    nights(2);
    archive(0, 0).open("prod-eu", "0C").seal(Rounds.failed("0C"));
    archive(0, 0).open("prod-eu", "0D").seal(Rounds.failed("0D"));
    Instant muchLater = Rounds.NIGHT.plus(DAY.multipliedBy(4000));

    assertThat(archive(1, 1).prune("prod-eu", muchLater, Set.of())).containsExactly("0A");
    assertThat(root.resolve("prod-eu/latest/report.html")).exists();
  }

  @Test
  void isListedByTheNextManifestAndOnlyByThat() {
    nights(3);
    archive(0, 1).prune("prod-eu", Rounds.NIGHT, Set.of("0B"));
    archive(0, 1).prune("prod-eu", Rounds.NIGHT, Set.of());

    assertThat(Rounds.seal(archive(0, 0), "0D").manifest().pruned()).containsExactly("0A", "0B");
    assertThat(Rounds.seal(archive(0, 0), "0E").manifest().pruned()).isEmpty();
  }

  @Test
  void leavesTheChainAsItWas() throws IOException {
    nights(3);
    archive(0, 1).prune("prod-eu", Rounds.NIGHT, Set.of());

    SealedRun next = Rounds.seal(archive(0, 0), "0D");

    assertThat(next.manifest().chain().sequence()).isEqualTo(4);
    assertThat(Files.exists(root.resolve("prod-eu/0A/manifest.json"))).isTrue();
  }

  @Test
  void doesNothingForAClusterNobodyVisited() {
    assertThat(archive(1, 1).prune("nowhere", Rounds.NIGHT, Set.of())).isEmpty();
  }
}
