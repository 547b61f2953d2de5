package dev.kuberounds.history;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what a run found with what is known of earlier ones. A finding that is not seen again is
 * resolved only if its rule ran where it was.
 */
final class Comparison {

  private final Map<String, RecordedFinding> known;
  private final Instant takenAt;

  /**
   * @param known the last word on each finding of the cluster, by fingerprint
   * @param takenAt of this run
   */
  Comparison(Map<String, RecordedFinding> known, Instant takenAt) {
    this.known = known;
    this.takenAt = takenAt;
  }

  /**
   * @param found findings of this run
   * @param examined whether the rule of an earlier finding looked at its place in this run
   * @return the findings of this run with their state, then those not seen again
   */
  List<RecordedFinding> compare(List<Finding> found, Predicate<Finding> examined) {
    Map<String, Finding> now =
        found.stream().collect(Collectors.toMap(Finding::fingerprint, finding -> finding));
    List<RecordedFinding> result = new ArrayList<>();
    found.forEach(finding -> result.add(seen(finding)));
    known.values().stream()
        .filter(earlier -> earlier.state() != State.RESOLVED)
        .filter(earlier -> !now.containsKey(earlier.finding().fingerprint()))
        .map(earlier -> unseen(earlier, examined.test(earlier.finding())))
        .forEach(result::add);
    return result;
  }

  private RecordedFinding seen(Finding finding) {
    RecordedFinding earlier = known.get(finding.fingerprint());
    if (earlier == null) {
      return new RecordedFinding(finding, State.NEW, takenAt, takenAt, takenAt, 1);
    }
    boolean back = earlier.state() == State.RESOLVED;
    State state =
        back ? State.REGRESSED : same(finding, earlier.finding()) ? State.UNCHANGED : State.CHANGED;
    return new RecordedFinding(
        finding,
        state,
        earlier.firstSeen(),
        takenAt,
        back ? takenAt : earlier.openedAt(),
        earlier.occurrences() + 1);
  }

  private static RecordedFinding unseen(RecordedFinding earlier, boolean examined) {
    return new RecordedFinding(
        earlier.finding(),
        examined ? State.RESOLVED : State.NOT_COMPARABLE,
        earlier.firstSeen(),
        earlier.lastSeen(),
        earlier.openedAt(),
        earlier.occurrences());
  }

  /** Counts of restarts and names of pods change every night; severity and reach do not. */
  static boolean same(Finding one, Finding other) {
    return one.severity() == other.severity() && one.instances().size() == other.instances().size();
  }
}
