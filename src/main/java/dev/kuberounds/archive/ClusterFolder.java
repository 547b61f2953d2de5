package dev.kuberounds.archive;

import dev.kuberounds.archive.Manifest.Chain;
import dev.kuberounds.archive.Manifest.Previous;
import dev.kuberounds.archive.files.Digest;
import dev.kuberounds.archive.files.DurableFiles;
import dev.kuberounds.archive.files.SafeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All runs of one cluster: the sealed ones, the unfinished ones, and the links between manifests.
 *
 * @param path the folder
 * @param cluster the cluster's id
 */
record ClusterFolder(Path path, String cluster) {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterFolder.class);
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
  private static final String PARTIAL = ".partial";

  static ClusterFolder below(Path root, String cluster) {
    return new ClusterFolder(root.resolve(name(cluster)), cluster);
  }

  static String name(String cluster) {
    return SafeName.of(cluster);
  }

  Path partial(String run) {
    if (!isRun(run)) {
      throw new IllegalArgumentException("'" + run + "' cannot be the id of a run");
    }
    return path.resolve("." + run + PARTIAL);
  }

  /** Runs that were begun and neither sealed nor continued. */
  List<String> unsealed() {
    return names().stream()
        .filter(name -> name.startsWith(".") && name.endsWith(PARTIAL))
        .map(name -> name.substring(1, name.length() - PARTIAL.length()))
        .filter(run -> !Files.exists(path.resolve(run)))
        .toList();
  }

  /**
   * @throws ArchiveException if the run is there and its manifest is not one
   */
  Optional<SealedRun> find(String run) {
    Path folder = path.resolve(run);
    Path file = folder.resolve(Manifest.FILE);
    if (!isRun(run) || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] json = Files.readAllBytes(file);
      Manifest manifest = Manifest.parse(json);
      if (run.equals(manifest.round().run())) {
        return Optional.of(new SealedRun(folder, manifest, Digest.sha256(json)));
      }
    } catch (IOException e) {
      throw ArchiveException.of("read", file, e);
    } catch (IllegalArgumentException e) {
      LOG.debug("cannot parse {}", file, e);
    }
    throw new ArchiveException(
        file + " is not the manifest of run " + run + "; restore it from a copy");
  }

  /** The sealed runs in the order of the chain. A manifest that cannot be read is left out. */
  List<SealedRun> runs() {
    List<SealedRun> runs = new ArrayList<>();
    for (String name : names()) {
      try {
        find(name).ifPresent(runs::add);
      } catch (ArchiveException e) {
        LOG.warn("{}", e.getMessage());
      }
    }
    runs.sort(Comparator.comparingLong(run -> run.manifest().chain().sequence()));
    return List.copyOf(runs);
  }

  Optional<Latest> latest() {
    Path file = path.resolve(Latest.FILE);
    try {
      return Files.exists(file)
          ? Optional.of(Latest.parse(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("cannot read {} ({}); it is written anew", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** The place of the next manifest: after the newest, whatever the outcome of that run. */
  Chain nextLink() {
    List<SealedRun> runs = runs();
    if (runs.isEmpty()) {
      return new Chain(UUID.randomUUID().toString(), 1, null);
    }
    SealedRun head = runs.getLast();
    Chain chain = head.manifest().chain();
    Previous previous = new Previous(head.run(), sealedHash(head));
    return new Chain(chain.id(), chain.sequence() + 1, previous);
  }

  /**
   * The hash the head was sealed with. If its manifest was altered since, the chain keeps the
   * witness against it: tonight's report must not wait for an investigation.
   */
  private String sealedHash(SealedRun head) {
    String sealed =
        latest()
            .filter(latest -> latest.run().equals(head.run()))
            .map(Latest::manifestSha256)
            .orElse(head.sha256());
    if (!sealed.equals(head.sha256())) {
      LOG.warn(
          "the manifest of run {} in {} was altered after it was sealed; the chain continues from"
              + " the sealed one, {}",
          head.run(),
          path,
          sealed);
    }
    return sealed;
  }

  private static boolean isRun(String name) {
    return RUN.matcher(name).matches() && !name.equals(Latest.FOLDER);
  }

  private List<String> names() {
    try {
      return DurableFiles.names(path);
    } catch (IOException e) {
      throw ArchiveException.of("list", path, e);
    }
  }
}
