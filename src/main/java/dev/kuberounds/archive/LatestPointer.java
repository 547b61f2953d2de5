package dev.kuberounds.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.kuberounds.archive.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps {@code latest} and {@code latest.json} of a cluster at the newest run; neither ever moves
 * back to an older one.
 */
final class LatestPointer {

  private final ClusterFolder cluster;
  private final Path folder;
  private final Path next;

  LatestPointer(ClusterFolder cluster) {
    this.cluster = cluster;
    this.folder = cluster.path().resolve(Latest.FOLDER);
    this.next = cluster.path().resolve("." + Latest.FOLDER + ".next");
  }

  /** Points at the run: the folder only if it completed, the file in any case. */
  void moveTo(SealedRun run) {
    try {
      boolean completed = run.manifest().round().outcome() == Ending.COMPLETED;
      if (completed && pointedAt().filter(old -> !run.manifest().follows(old)).isEmpty()) {
        link(run);
      }
      if (named().filter(old -> !run.manifest().follows(old)).isEmpty()) {
        DurableFiles.write(cluster.path().resolve(Latest.FILE), Latest.of(run).toJson());
      }
    } catch (IOException e) {
      throw ArchiveException.of("move latest to run " + run.run() + " in", cluster.path(), e);
    }
  }

  private void link(SealedRun run) throws IOException {
    DurableFiles.delete(next);
    try {
      Files.createSymbolicLink(next, Path.of(run.run()));
    } catch (IOException | UnsupportedOperationException _) { // FAT, some network volumes, Windows
      copy(run);
      return;
    }
    replace();
  }

  /** For file systems without links: a copy instead, also made whole before it is renamed. */
  void copy(SealedRun run) throws IOException {
    DurableFiles.delete(next);
    for (Manifest.Entry file : run.manifest().artifacts()) {
      DurableFiles.write(next.resolve(file.name()), run.read(file));
    }
    DurableFiles.write(next.resolve(Manifest.FILE), run.readManifest());
    replace();
  }

  private void replace() throws IOException {
    if (Files.isDirectory(folder, NOFOLLOW_LINKS) || Files.isDirectory(next, NOFOLLOW_LINKS)) {
      // A folder cannot be renamed over another; for a moment there is no latest.
      DurableFiles.delete(folder);
    }
    DurableFiles.rename(next, folder);
  }

  private Optional<Manifest> pointedAt() throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    try {
      return Files.exists(file)
          ? Optional.of(Manifest.parse(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<Manifest> named() {
    try {
      return cluster.latest().flatMap(old -> cluster.find(old.run())).map(SealedRun::manifest);
    } catch (ArchiveException _) {
      return Optional.empty(); // damaged: the new run takes its place
    }
  }
}
