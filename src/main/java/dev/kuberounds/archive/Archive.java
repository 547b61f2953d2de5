package dev.kuberounds.archive;

import dev.kuberounds.archive.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of finished runs, {@code <cluster>/<run>/…}: each is whole or not there, never changed,
 * and names the hash of the one before. One process writes a cluster's runs at a time.
 */
public final class Archive {

  private final Path root;
  private final Retention retention;

  /**
   * @param root the report folder; made when it is needed
   */
  public Archive(Path root, ArchiveProperties properties) {
    this.root = root;
    this.retention = new Retention(properties);
  }

  /**
   * Finds out before a run whether it will be able to write.
   *
   * @throws ArchiveException if not
   */
  public void requireWritable() {
    Path probe = root.resolve(".probe");
    try {
      DurableFiles.write(probe, new byte[] {'\n'});
      DurableFiles.delete(probe);
    } catch (IOException e) {
      throw ArchiveException.of("write to the report folder", root, e);
    }
  }

  /** The folder of a cluster, with {@code latest} in it. */
  public Path folder(String cluster) {
    return in(cluster).path();
  }

  /** The folder a run writes into until it is sealed: a new one, or what a killed process left. */
  public RunFolder open(String cluster, String run) {
    return new RunFolder(in(cluster), run);
  }

  /**
   * A sealed run.
   *
   * @throws ArchiveException if it is there, but its manifest is damaged
   */
  public Optional<SealedRun> find(String cluster, String run) {
    return in(cluster).find(run);
  }

  /** The newest sealed run of a cluster, whatever its outcome: the one the next links to. */
  public Optional<SealedRun> newest(String cluster) {
    return in(cluster).runs().reversed().stream().findFirst();
  }

  /** Ids of runs that wrote files and were neither sealed nor continued. */
  public List<String> unsealed(String cluster) {
    return in(cluster).unsealed();
  }

  /**
   * Takes over a run from another archive as it is, links included. Doing so again is harmless.
   *
   * @throws ArchiveException if it cannot be copied, was altered, or is here with another manifest
   */
  public SealedRun adopt(SealedRun run) {
    ClusterFolder cluster = in(run.manifest().round().cluster());
    Optional<SealedRun> known = cluster.find(run.run());
    if (known.filter(here -> !here.sha256().equals(run.sha256())).isPresent()) {
      throw new ArchiveException(
          "cannot copy run %s to %s: it is there with another manifest; compare the two"
              .formatted(run.run(), cluster.path()));
    }
    SealedRun adopted = known.orElseGet(() -> copy(run, cluster));
    new LatestPointer(cluster).moveTo(adopted);
    return adopted;
  }

  /**
   * Removes the files of runs that are too old or too many. Manifests stay, so do the newest
   * completed run and those named here; the next manifest lists what was removed.
   *
   * @param now what ages are measured from
   * @param undelivered ids of runs whose files are still needed
   * @return ids of the runs that lost their files, oldest first
   */
  public List<String> prune(String cluster, Instant now, Set<String> undelivered) {
    ClusterFolder folder = in(cluster);
    List<SealedRun> expired = retention.expired(folder.runs(), now, undelivered);
    List<String> runs = expired.stream().map(SealedRun::run).toList();
    if (!runs.isEmpty()) {
      new PruneLedger(folder).add(runs);
      expired.forEach(Archive::removeFiles);
    }
    return runs;
  }

  private ClusterFolder in(String cluster) {
    return ClusterFolder.below(root, cluster);
  }

  private static SealedRun copy(SealedRun run, ClusterFolder to) {
    RunFolder copy = new RunFolder(to, run.run());
    copy.discard();
    for (Manifest.Entry file : run.manifest().artifacts()) {
      copy.write(file.name(), run.read(file));
    }
    return copy.commit(run.manifest(), run.readManifest());
  }

  private static void removeFiles(SealedRun run) {
    try {
      for (String name : DurableFiles.names(run.folder())) {
        if (!name.equals(Manifest.FILE)) {
          DurableFiles.delete(run.folder().resolve(name));
        }
      }
    } catch (IOException e) {
      throw ArchiveException.of("prune run " + run.run() + " in", run.folder(), e);
    }
  }
}
