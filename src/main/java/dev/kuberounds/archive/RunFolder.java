package dev.kuberounds.archive;

import dev.kuberounds.archive.files.Digest;
import dev.kuberounds.archive.files.DurableFiles;
import dev.kuberounds.archive.files.MediaTypes;
import dev.kuberounds.report.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a run writes its files into; hidden until it is sealed. Opening it again, also by
 * another process, finds what is there.
 */
public final class RunFolder {

  private final ClusterFolder cluster;
  private final String run;
  private final Path path;

  RunFolder(ClusterFolder cluster, String run) {
    this.cluster = cluster;
    this.run = run;
    this.path = cluster.partial(run);
  }

  /**
   * Writes one file durably, or replaces it.
   *
   * @throws ArchiveException if it cannot be written; then it is not there
   * @throws IllegalArgumentException if a run's file cannot have that name
   */
  public void write(Artifact artifact) {
    write(artifact.name(), artifact.content());
  }

  /**
   * Writes the manifest over what is here, makes the folder visible under the run's name and moves
   * {@code latest} on. Sealing again is harmless; a run that was sealed as something else stays as
   * it is.
   *
   * @throws ArchiveException if the run cannot be sealed, or was sealed with other facts or files
   */
  public SealedRun seal(Round round) {
    if (!round.cluster().equals(cluster.cluster()) || !round.run().equals(run)) {
      throw new IllegalArgumentException(
          "the folder is of run %s, the facts are of %s".formatted(run, round.run()));
    }
    SealedRun sealed =
        cluster.find(run).map(known -> confirm(known, round)).orElseGet(() -> sealNow(round));
    new LatestPointer(cluster).moveTo(sealed);
    return sealed;
  }

  private SealedRun sealNow(Round round) {
    PruneLedger pruned = new PruneLedger(cluster);
    Manifest manifest = Manifest.of(round, cluster.nextLink(), entries(), pruned.runs());
    SealedRun sealed = commit(manifest, Json.write(manifest));
    pruned.clear();
    return sealed;
  }

  private SealedRun confirm(SealedRun known, Round round) {
    known.manifest().artifacts().forEach(known::read);
    boolean sameFiles = !Files.exists(path) || known.manifest().artifacts().equals(entries());
    if (!sameFiles || !Json.sameFacts(known.manifest().round(), round)) {
      throw new ArchiveException(
          "cannot seal run %s in %s again: it is sealed with other %s; start a new run"
              .formatted(run, cluster.path(), sameFiles ? "facts" : "files"));
    }
    discard();
    return known;
  }

  /** Starts over. */
  void discard() {
    try {
      DurableFiles.delete(path);
    } catch (IOException e) {
      throw ArchiveException.of("clear", path, e);
    }
  }

  void write(String name, byte[] content) {
    Manifest.Entry.requireName(name);
    try {
      DurableFiles.write(path.resolve(name), content);
    } catch (IOException e) {
      throw ArchiveException.of("write " + name + " into", path, e);
    }
  }

  SealedRun commit(Manifest manifest, byte[] json) {
    Path sealed = cluster.path().resolve(run);
    try {
      DurableFiles.write(path.resolve(Manifest.FILE), json);
      DurableFiles.rename(path, sealed);
    } catch (IOException e) {
      throw ArchiveException.of("seal run " + run + " in", cluster.path(), e);
    }
    return new SealedRun(sealed, manifest, Digest.sha256(json));
  }

  private List<Manifest.Entry> entries() {
    try (Stream<Path> walk = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
      List<Path> files = walk.filter(Files::isRegularFile).filter(RunFolder::isArtifact).toList();
      return files.stream().map(this::entry).sorted(Manifest.Entry.BY_NAME).toList();
    } catch (IOException e) {
      throw ArchiveException.of("list", path, e);
    }
  }

  /** Not a manifest of an attempt before, nor what a killed process was writing. */
  private static boolean isArtifact(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.equals(Manifest.FILE) && !name.startsWith(".");
  }

  private Manifest.Entry entry(Path file) {
    String name = path.relativize(file).toString().replace('\\', '/');
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new Manifest.Entry(name, MediaTypes.of(name), bytes.length, Digest.sha256(bytes));
    } catch (IOException e) {
      throw ArchiveException.of("read", file, e);
    }
  }
}
