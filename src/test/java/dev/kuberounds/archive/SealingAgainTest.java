package dev.kuberounds.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process was killed somewhere in archiving and started again. */
class SealingAgainTest {

  @TempDir Path root;

  private Archive archive() {
    return new Archive(root, new ArchiveProperties(180, 0));
  }

  @Test
  void afterAKillBeforeTheRenameUsesTheFilesThatAreThere() throws IOException {
    Rounds.seal(archive(), "01A");
    archive().open("prod-eu", "01B").write(Rounds.file("report.html", "page"));
    Path partial = root.resolve("prod-eu/.01B.partial");
    Files.writeString(partial.resolve("manifest.json"), "{\"schemaVersion\": ");
    Files.writeString(partial.resolve(".report.json.tmp"), "{\"ru");

    RunFolder again = archive().open("prod-eu", "01B");
    again.write(Rounds.file("report.json", "{}"));
    SealedRun sealed = again.seal(Rounds.completed("01B"));

    assertThat(sealed.manifest().artifacts())
        .extracting(Manifest.Entry::name)
        .containsExactly("report.html", "report.json");
    assertThat(sealed.manifest().chain().sequence()).isEqualTo(2);
    assertThat(archive().unsealed("prod-eu")).isEmpty();
    assertThat(ArchiveTest.names(sealed.folder()))
        .containsExactly("manifest.json", "report.html", "report.json");
  }

  @Test
  void afterAKillBetweenRenameAndLatestOnlyMovesLatest() throws IOException {
    Rounds.seal(archive(), "01A");
    byte[] latest = Files.readAllBytes(root.resolve("prod-eu/latest.json"));
    SealedRun sealed = Rounds.seal(archive(), "01B");
    Files.write(root.resolve("prod-eu/latest.json"), latest);
    Files.delete(root.resolve("prod-eu/latest"));
    Files.createSymbolicLink(root.resolve("prod-eu/latest"), Path.of("01A"));

    SealedRun again = archive().open("prod-eu", "01B").seal(Rounds.later(Rounds.completed("01B")));

    assertThat(again).isEqualTo(sealed);
    assertThat(Files.readSymbolicLink(root.resolve("prod-eu/latest"))).isEqualTo(Path.of("01B"));
    assertThat(Latest.parse(Files.readAllBytes(root.resolve("prod-eu/latest.json"))).run())
        .isEqualTo("01B");
  }

  @Test
  void afterAKillBeforeLatestAndANewRunDoesNotForkTheChain() throws IOException {
    Rounds.seal(archive(), "01A");
    byte[] latest = Files.readAllBytes(root.resolve("prod-eu/latest.json"));
    SealedRun second = Rounds.seal(archive(), "01B");
    Files.write(root.resolve("prod-eu/latest.json"), latest);

    SealedRun third = Rounds.seal(archive(), "01C");

    assertThat(third.manifest().chain().previous())
        .isEqualTo(new Manifest.Previous("01B", second.sha256()));
  }

  @Test
  void withTheSameFilesRenderedAnewIsHarmless() {
    SealedRun sealed = Rounds.seal(archive(), "01A");

    assertThat(Rounds.seal(archive(), "01A")).isEqualTo(sealed);
    assertThat(root.resolve("prod-eu/.01A.partial")).doesNotExist();
  }

  @Test
  void ofAnOlderRunDoesNotMoveLatestBack() throws IOException {
    Rounds.seal(archive(), "01A");
    Rounds.seal(archive(), "01B");

    archive().open("prod-eu", "01A").seal(Rounds.completed("01A"));

    assertThat(Files.readSymbolicLink(root.resolve("prod-eu/latest"))).isEqualTo(Path.of("01B"));
    assertThat(Latest.parse(Files.readAllBytes(root.resolve("prod-eu/latest.json"))).run())
        .isEqualTo("01B");
  }

  @Test
  void withOtherFactsIsRefused() {
    SealedRun sealed = Rounds.seal(archive(), "01A");

    assertThatThrownBy(() -> archive().open("prod-eu", "01A").seal(Rounds.failed("01A")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("run 01A")
        .hasMessageContaining("sealed with other facts");
    assertThat(archive().find("prod-eu", "01A")).contains(sealed);
  }

  @Test
  void withOtherFilesIsRefused() {
    SealedRun sealed = Rounds.seal(archive(), "01A");
    RunFolder folder = archive().open("prod-eu", "01A");
    folder.write(Rounds.file("report.html", "another page"));

    assertThatThrownBy(() -> folder.seal(Rounds.completed("01A")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("sealed with other files");
    assertThat(archive().find("prod-eu", "01A")).contains(sealed);
  }

  @Test
  void overAnAlteredFileIsRefused() throws IOException {
    SealedRun sealed = Rounds.seal(archive(), "01A");
    Files.writeString(sealed.folder().resolve("report.html"), "all is well");

    assertThatThrownBy(() -> archive().open("prod-eu", "01A").seal(Rounds.completed("01A")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("report.html was altered after it was sealed");
  }

  @Test
  void overAnAlteredManifestIsRefused() throws IOException {
    SealedRun sealed = Rounds.seal(archive(), "01A");
    Path manifest = sealed.folder().resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("attention", "healthy"));

    assertThatThrownBy(() -> archive().open("prod-eu", "01A").seal(Rounds.completed("01A")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("sealed with other facts");
    assertThatThrownBy(sealed::readManifest)
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("manifest.json was altered after it was sealed");
  }

  @Test
  void overAManifestThatIsNoneIsRefused() throws IOException {
    SealedRun sealed = Rounds.seal(archive(), "01A");
    Files.writeString(sealed.folder().resolve("manifest.json"), "{}");

    assertThatThrownBy(() -> archive().open("prod-eu", "01A").seal(Rounds.completed("01A")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("is not the manifest of run 01A");
  }
}
