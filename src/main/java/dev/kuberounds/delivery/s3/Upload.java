package dev.kuberounds.delivery.s3;

import dev.kuberounds.archive.Ending;
import dev.kuberounds.archive.Latest;
import dev.kuberounds.archive.Manifest;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.s3.Bucket.Creation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One delivery of one run: its objects, then {@code latest/}, then {@code latest.json}. */
final class Upload {

  private final Bucket bucket;
  private final SealedRun run;
  private final String cluster;
  private final List<String> notes = new ArrayList<>();

  Upload(Bucket bucket, SealedRun run) {
    this.bucket = bucket;
    this.run = run;
    this.cluster = run.clusterName() + "/";
  }

  /** Does what is not done yet and answers with where the run is now. */
  String run() throws ConflictException {
    String folder = run.path() + "/";
    Optional<Latest> latest = latest();
    // latest.json is the last thing a delivery writes.
    if (latest.filter(last -> last.manifestSha256().equals(run.sha256())).isPresent()) {
      notes.add("was there already");
    } else {
      createRun(folder);
      updateFolder();
      updateFile(latest);
    }
    String place = bucket.uri(folder);
    return notes.isEmpty() ? place : place + " (" + String.join("; ", notes) + ")";
  }

  private void createRun(String folder) throws ConflictException {
    Content manifest = Content.manifest(run);
    switch (bucket.get(folder + Manifest.FILE)) {
      case Stored.Present there when there.holds(manifest) -> {
        notes.add("was there already");
        return;
      }
      case Stored.Present _ ->
          throw new ConflictException(
              bucket.uri(folder) + " is there with another manifest; compare the two");
      case Stored.Absent _, Stored.Hidden _ -> {} // Hidden: the puts will tell
    }
    boolean unguarded = false;
    for (Manifest.Entry file : run.manifest().artifacts()) {
      unguarded |= bucket.create(folder, Content.of(run, file)) == Creation.CREATED_UNGUARDED;
    }
    unguarded |= bucket.create(folder, manifest) == Creation.CREATED_UNGUARDED;
    // A store that ignores the condition says "created" each time.
    unguarded = unguarded || !bucket.keepsCreated(folder, manifest);
    if (unguarded) {
      notes.add("this store has no create-only puts");
    }
  }

  /** {@code latest/}: copies of the newest completed run, its manifest last. */
  private void updateFolder() {
    String folder = cluster + Latest.FOLDER + "/";
    Optional<Manifest> old = manifest(folder + Manifest.FILE);
    if (run.manifest().round().outcome() != Ending.COMPLETED
        || old.filter(newer -> !run.manifest().follows(newer)).isPresent()) {
      return;
    }
    Set<String> stale = new HashSet<>();
    old.ifPresent(before -> before.artifacts().forEach(file -> stale.add(file.name())));
    for (Manifest.Entry file : run.manifest().artifacts()) {
      bucket.replace(folder, Content.of(run, file));
      stale.remove(file.name());
    }
    for (String name : stale) {
      try {
        bucket.delete(folder + name);
      } catch (S3Exception _) { // leave to delete is no condition for a delivery
        notes.add("latest/" + name + " is of an older run and could not be deleted");
      }
    }
    bucket.replace(folder, Content.manifest(run));
  }

  private void updateFile(Optional<Latest> latest) {
    Optional<Manifest> old =
        latest.flatMap(last -> manifest(cluster + last.run() + "/" + Manifest.FILE));
    if (old.filter(newer -> !run.manifest().follows(newer)).isEmpty()) {
      byte[] json = Latest.of(run).toJson();
      bucket.replace(cluster, new Content(Latest.FILE, "application/json", json));
    }
  }

  private Optional<Latest> latest() {
    try {
      return bucket.get(cluster + Latest.FILE) instanceof Stored.Present there
          ? Optional.of(Latest.parse(there.bytes()))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // damaged: written anew
    }
  }

  private Optional<Manifest> manifest(String key) {
    try {
      return bucket.get(key) instanceof Stored.Present there
          ? Optional.of(Manifest.parse(there.bytes()))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
