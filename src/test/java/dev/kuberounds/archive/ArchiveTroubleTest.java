package dev.kuberounds.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTroubleTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path root;

  private Archive archive() {
    return new Archive(root, new ArchiveProperties(180, 0));
  }

  @Test
  void aFullDiskIsOneClearLineAndLeavesNothingHalf() throws IOException {
    assumeTrue(Files.exists(FULL)); // Linux: every write to it says that no space is left
    RunFolder folder = archive().open("prod-eu", "01A");
    folder.write(Rounds.file("report.md", "# round"));
    Path partial = root.resolve("prod-eu/.01A.partial");
    Files.createSymbolicLink(partial.resolve(".report.html.tmp"), FULL);

    assertThatThrownBy(() -> folder.write(Rounds.file("report.html", "page")))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "cannot write report.html into %s: No space left on device; check free space and"
                + " permissions there, or set another folder",
            partial);
    assertThat(ArchiveTest.names(partial)).containsExactly("report.md");
    assertThat(ArchiveTest.names(root.resolve("prod-eu"))).containsExactly(".01A.partial");
  }

  @Test
  void aDiskThatIsFullWhenTheManifestIsWrittenLeavesTheRunUnsealed() throws IOException {
    assumeTrue(Files.exists(FULL));
    Rounds.seal(archive(), "01A");
    RunFolder folder = archive().open("prod-eu", "01B");
    folder.write(Rounds.file("report.html", "page"));
    Path partial = root.resolve("prod-eu/.01B.partial");
    Files.createSymbolicLink(partial.resolve(".manifest.json.tmp"), FULL);

    assertThatThrownBy(() -> folder.seal(Rounds.completed("01B")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("cannot seal run 01B")
        .hasMessageContaining("No space left on device");
    assertThat(archive().unsealed("prod-eu")).containsExactly("01B");
    assertThat(Files.readSymbolicLink(root.resolve("prod-eu/latest"))).isEqualTo(Path.of("01A"));

    assertThat(folder.seal(Rounds.completed("01B")).manifest().artifacts()).hasSize(1);
  }

  @Test
  void aReportFolderThatIsAFileIsFoundBeforeTheRun() throws IOException {
    Path file = Files.writeString(root.resolve("reports"), "not a folder");
    Archive archive = new Archive(file, new ArchiveProperties(180, 0));

    assertThatThrownBy(archive::requireWritable)
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "cannot write to the report folder %s: %s is in the way; check free space and"
                + " permissions there, or set another folder",
            file, file);
  }

  @Test
  void aReportFolderThatCanBeWrittenIsLeftAsItWas() throws IOException {
    Path folder = root.resolve("a/b");
    new Archive(folder, new ArchiveProperties(180, 0)).requireWritable();

    assertThat(ArchiveTest.names(folder)).isEmpty();
  }

  @Test
  void somethingElseUnderTheNameOfTheRunIsNotOverwritten() throws IOException {
    Path foreign = Files.createDirectories(root.resolve("prod-eu/01A"));
    Files.writeString(foreign.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> Rounds.seal(archive(), "01A"))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("01A: Directory not empty");
    assertThat(foreign.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void aDamagedLatestIsWrittenAnew() throws IOException {
    Rounds.seal(archive(), "01A");
    Files.writeString(root.resolve("prod-eu/latest.json"), "{\"run\":");

    SealedRun second = Rounds.seal(archive(), "01B");

    assertThat(second.manifest().chain().sequence()).isEqualTo(2);
    assertThat(Latest.parse(Files.readAllBytes(root.resolve("prod-eu/latest.json"))))
        .isEqualTo(Latest.of(second));
  }

  @Test
  void whereLinksAreNotPossibleLatestIsACopy() throws IOException {
    SealedRun first = Rounds.seal(archive(), "01A");
    SealedRun second = Rounds.seal(archive(), "01B");
    LatestPointer pointer = new LatestPointer(ClusterFolder.below(root, Rounds.CLUSTER));

    for (SealedRun run : new SealedRun[] {first, second}) { // over a link, over a copy
      pointer.copy(run);

      Path latest = root.resolve("prod-eu/latest");
      assertThat(latest).isDirectory().matches(copy -> !Files.isSymbolicLink(copy));
      assertThat(ArchiveTest.names(latest))
          .containsExactly("manifest.json", "report.html", "report.json");
      assertThat(latest.resolve("report.json")).hasContent("{\"run\": \"" + run.run() + "\"}");
    }
    Rounds.seal(archive(), "01C");
    assertThat(Files.readSymbolicLink(root.resolve("prod-eu/latest"))).isEqualTo(Path.of("01C"));
  }
}
