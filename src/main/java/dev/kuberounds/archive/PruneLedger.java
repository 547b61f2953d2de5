package dev.kuberounds.archive;

import dev.kuberounds.archive.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Runs of a cluster that lost their files since its last manifest; the next one names them. */
final class PruneLedger {

  private final Path file;

  PruneLedger(ClusterFolder cluster) {
    this.file = cluster.path().resolve(".pruned.json");
  }

  List<String> runs() {
    try {
      return Files.exists(file)
          ? List.of(Json.read(Files.readAllBytes(file), String[].class))
          : List.of();
    } catch (IOException e) {
      throw ArchiveException.of("read", file, e);
    } catch (IllegalArgumentException e) {
      throw new ArchiveException(file + " is not a list of runs; remove it");
    }
  }

  /** To be called before the files are removed: better named twice than not at all. */
  void add(List<String> runs) {
    TreeSet<String> all = new TreeSet<>(runs());
    all.addAll(runs);
    try {
      DurableFiles.write(file, Json.write(all));
    } catch (IOException e) {
      throw ArchiveException.of("write", file, e);
    }
  }

  void clear() {
    try {
      DurableFiles.delete(file);
    } catch (IOException e) {
      throw ArchiveException.of("remove", file, e);
    }
  }
}
