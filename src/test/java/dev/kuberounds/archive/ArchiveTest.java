package dev.kuberounds.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kuberounds.archive.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir Path root;

  private Archive archive() {
    return new Archive(root, new ArchiveProperties(180, 0));
  }

  @Test
  void aRunIsHiddenUntilItIsSealed() throws IOException {
    RunFolder folder = archive().open("prod-eu", "01A");
    folder.write(Rounds.file("report.html", "page"));

    assertThat(names(root.resolve("prod-eu"))).containsExactly(".01A.partial");
    assertThat(archive().find("prod-eu", "01A")).isEmpty();

    folder.seal(Rounds.completed("01A"));

    assertThat(names(root.resolve("prod-eu"))).containsExactly("01A", "latest", "latest.json");
    assertThat(names(root.resolve("prod-eu/01A"))).containsExactly("manifest.json", "report.html");
  }

  @Test
  void theManifestNamesEveryFileWithItsHash() throws IOException {
    RunFolder folder = archive().open("prod-eu", "01A");
    folder.write(Rounds.file("report.md", "# round"));
    folder.write(Rounds.file("owners/payments.html", "slice"));
    SealedRun sealed = folder.seal(Rounds.completed("01A"));

    assertThat(sealed.manifest().artifacts())
        .containsExactly(
            new Manifest.Entry(
                "owners/payments.html",
                "text/html; charset=utf-8",
                5,
                Digest.sha256("slice".getBytes(US_ASCII))),
            new Manifest.Entry(
                "report.md",
                "text/markdown; charset=utf-8",
                7,
                Digest.sha256("# round".getBytes(US_ASCII))));
    assertThat(archive().find("prod-eu", "01A")).contains(sealed);
    assertThat(sealed.sha256())
        .isEqualTo(Digest.sha256(Files.readAllBytes(sealed.folder().resolve("manifest.json"))));
  }

  @Test
  void latestIsARelativeLinkToTheNewestRun() throws IOException {
    Rounds.seal(archive(), "01A");
    SealedRun second = Rounds.seal(archive(), "01B");

    assertThat(Files.readSymbolicLink(root.resolve("prod-eu/latest"))).isEqualTo(Path.of("01B"));
    assertThat(root.resolve("prod-eu/latest.json"))
        .hasContent(
            """
            {
              "run": "01B",
              "manifestSha256": "%s",
              "takenAt": "2026-11-22T18:00:00Z",
              "outcome": "completed",
              "verdict": "attention"
            }
            """
                .formatted(second.sha256()));
  }

  @Test
  void latestStaysAtTheLastCompletedRunWhenOneFails() throws IOException {
    Rounds.seal(archive(), "01A");
    archive().open("prod-eu", "01B").seal(Rounds.failed("01B"));

    assertThat(Files.readSymbolicLink(root.resolve("prod-eu/latest"))).isEqualTo(Path.of("01A"));
    Latest latest = Latest.parse(Files.readAllBytes(root.resolve("prod-eu/latest.json")));
    assertThat(latest.run()).isEqualTo("01B");
    assertThat(latest.outcome()).isEqualTo(Ending.FAILED);
  }

  @Test
  void theChainRunsOverCompletedFailedAndInterruptedRuns() {
    SealedRun first = Rounds.seal(archive(), "01A");
    SealedRun second = archive().open("prod-eu", "01B").seal(Rounds.failed("01B"));
    RunFolder killed = archive().open("prod-eu", "01C");
    killed.write(Rounds.file("report.md", "half"));
    assertThat(archive().unsealed("prod-eu")).containsExactly("01C");
    SealedRun third = archive().open("prod-eu", "01C").seal(Rounds.interrupted("01C"));
    SealedRun fourth = Rounds.seal(archive(), "01D");

    String id = first.manifest().chain().id();
    assertThat(Stream.of(first, second, third, fourth).map(run -> run.manifest().chain()))
        .containsExactly(
            new Manifest.Chain(id, 1, null),
            new Manifest.Chain(id, 2, new Manifest.Previous("01A", first.sha256())),
            new Manifest.Chain(id, 3, new Manifest.Previous("01B", second.sha256())),
            new Manifest.Chain(id, 4, new Manifest.Previous("01C", third.sha256())));
    assertThat(third.manifest().artifacts())
        .extracting(Manifest.Entry::name)
        .containsExactly("report.md");
    assertThat(archive().unsealed("prod-eu")).isEmpty();
    assertThat(archive().newest("prod-eu")).contains(fourth);
  }

  @Test
  void eachClusterHasItsOwnChain() {
    Rounds.seal(archive(), "01A");
    SealedRun other = Rounds.seal(archive(), Rounds.completed("Prod/US", "01B", Rounds.NIGHT));

    assertThat(other.manifest().chain().sequence()).isEqualTo(1);
    assertThat(other.path()).matches("prod-us-[0-9a-f]{8}/01B");
    assertThat(other.folder()).isEqualTo(root.resolve(other.path()));
    assertThat(archive().find("Prod/US", "01B")).contains(other);
  }

  @Test
  void anAlteredManifestIsOutvotedByTheHashItWasSealedWith() throws IOException {
    SealedRun first = Rounds.seal(archive(), "01A");
    Path manifest = first.folder().resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("attention", "healthy"));

    SealedRun second = Rounds.seal(archive(), "01B");

    assertThat(second.manifest().chain().previous())
        .isEqualTo(new Manifest.Previous("01A", first.sha256()));
  }

  @Test
  void filesAreReadableByOwnerAndGroupOnly() throws IOException {
    SealedRun run = Rounds.seal(archive(), "01A");

    for (String name : List.of("report.html", "manifest.json")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(run.folder().resolve(name))))
          .isIn("rw-r-----", "rw-------"); // the second under a strict umask
    }
  }

  @Test
  void aNameThatLeadsOutOfTheRunIsRefused() {
    RunFolder folder = archive().open("prod-eu", "01A");

    assertThatThrownBy(() -> folder.write(Rounds.file("../01B/report.html", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'../01B/report.html'");
    assertThatThrownBy(() -> folder.write(Rounds.file("manifest.json", "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> archive().open("prod-eu", "latest"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(archive().find("prod-eu", "../prod-eu/01A")).isEmpty();
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
