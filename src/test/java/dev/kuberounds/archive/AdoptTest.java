package dev.kuberounds.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptTest {

  @TempDir Path root;

  private final ArchiveProperties keepAll = new ArchiveProperties(0, 0);

  private Archive home() {
    return new Archive(root.resolve("home"), keepAll);
  }

  private Archive away() {
    return new Archive(root.resolve("away"), keepAll);
  }

  @Test
  void copiesARunByteByByte() throws IOException {
    SealedRun run = Rounds.seal(home(), "01A");

    SealedRun copy = away().adopt(run);

    assertThat(copy.folder()).isEqualTo(root.resolve("away/prod-eu/01A"));
    assertThat(copy.sha256()).isEqualTo(run.sha256());
    for (String name : ArchiveTest.names(run.folder())) {
      assertThat(copy.folder().resolve(name)).hasSameBinaryContentAs(run.folder().resolve(name));
    }
    assertThat(Files.readSymbolicLink(root.resolve("away/prod-eu/latest")))
        .isEqualTo(Path.of("01A"));
    assertThat(root.resolve("away/prod-eu/latest.json"))
        .hasSameBinaryContentAs(root.resolve("home/prod-eu/latest.json"));
  }

  @Test
  void anOlderRunThatComesLateDoesNotMoveLatestBack() throws IOException {
    SealedRun first = Rounds.seal(home(), "01A");
    away().adopt(Rounds.seal(home(), "01B"));

    away().adopt(first);

    assertThat(root.resolve("away/prod-eu/01A/report.html")).exists();
    assertThat(Files.readSymbolicLink(root.resolve("away/prod-eu/latest")))
        .isEqualTo(Path.of("01B"));
  }

  @Test
  void whatAnAbortedCopyLeftIsReplaced() throws IOException {
    SealedRun run = Rounds.seal(home(), "01A");
    Path partial = Files.createDirectories(root.resolve("away/prod-eu/.01A.partial"));
    Files.writeString(partial.resolve("stale.html"), "from another attempt");

    away().adopt(run);

    assertThat(ArchiveTest.names(root.resolve("away/prod-eu/01A")))
        .containsExactly("manifest.json", "report.html", "report.json");
  }

  @Test
  void anAlteredFileIsNotCopied() throws IOException {
    SealedRun run = Rounds.seal(home(), "01A");
    Files.writeString(run.folder().resolve("report.html"), "all is well");

    assertThatThrownBy(() -> away().adopt(run))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("report.html was altered after it was sealed");
    assertThat(away().find("prod-eu", "01A")).isEmpty();
  }

  @Test
  void aRunThatIsThereWithAnotherManifestStays() throws IOException {
    SealedRun run = Rounds.seal(home(), "01A");
    SealedRun other = Rounds.seal(away(), "01A"); // another chain, so another manifest

    assertThatThrownBy(() -> away().adopt(run))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("it is there with another manifest");
    assertThat(away().find("prod-eu", "01A")).contains(other);
  }
}
