package dev.kuberounds.archive;

import dev.kuberounds.archive.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A finished run in the archive.
 *
 * @param folder where its files are
 * @param manifest what they must be
 * @param sha256 of the manifest's bytes as they were when it was read
 */
public record SealedRun(Path folder, Manifest manifest, String sha256) {

  /** The run's id. */
  public String run() {
    return manifest.round().run();
  }

  /** The cluster's id as a name that is safe in paths; the same below every archive. */
  public String clusterName() {
    return ClusterFolder.name(manifest.round().cluster());
  }

  /** {@code <cluster name>/<run>}. */
  public String path() {
    return clusterName() + "/" + run();
  }

  /**
   * The bytes of a file of the run, checked against the manifest.
   *
   * @throws ArchiveException if the file is missing, unreadable or not what was sealed
   */
  public byte[] read(Manifest.Entry file) {
    return checked(folder.resolve(file.name()), file.sha256());
  }

  /**
   * The bytes of the manifest.
   *
   * @throws ArchiveException if they are not what was sealed
   */
  public byte[] readManifest() {
    return checked(folder.resolve(Manifest.FILE), sha256);
  }

  private static byte[] checked(Path file, String sha256) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw ArchiveException.of("read", file, e);
    }
    if (!Digest.sha256(bytes).equals(sha256)) {
      throw new ArchiveException(
          "%s was altered after it was sealed: its SHA-256 is not %s; restore it from a copy"
              .formatted(file, sha256));
    }
    return bytes;
  }
}
