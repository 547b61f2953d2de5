package dev.kuberounds.archive;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which runs lose their files. */
record Retention(ArchiveProperties properties) {

  /**
   * The runs to prune, oldest first.
   *
   * @param runs sealed runs in the order of the chain
   * @param kept ids of runs that must stay
   */
  List<SealedRun> expired(List<SealedRun> runs, Instant now, Set<String> kept) {
    Set<String> safe = new HashSet<>(kept);
    runs.reversed().stream()
        .filter(run -> run.manifest().round().outcome() == Ending.COMPLETED)
        .findFirst()
        .ifPresent(newest -> safe.add(newest.run()));
    List<SealedRun> expired = new ArrayList<>();
    int newer = 0;
    for (SealedRun run : runs.reversed()) {
      if (!holdsFiles(run)) {
        continue;
      }
      boolean keep = safe.contains(run.run()) || !(tooMany(newer) || tooOld(run, now));
      newer++;
      if (!keep) {
        expired.addFirst(run);
      }
    }
    return expired;
  }

  private boolean tooMany(int newer) {
    return properties.keepRuns() > 0 && newer >= properties.keepRuns();
  }

  private boolean tooOld(SealedRun run, Instant now) {
    // The real time: a report on an old dump is not an old report.
    Instant finished = run.manifest().round().measured().finishedAt();
    return properties.keepDays() > 0
        && finished.isBefore(now.minus(Duration.ofDays(properties.keepDays())));
  }

  private static boolean holdsFiles(SealedRun run) {
    return run.manifest().artifacts().stream()
        .anyMatch(file -> Files.exists(run.folder().resolve(file.name())));
  }
}
