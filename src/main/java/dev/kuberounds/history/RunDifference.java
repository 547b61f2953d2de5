package dev.kuberounds.history;

import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came and went between any two runs of a cluster, the worst first.
 *
 * @param added open in the later run only
 * @param removed open in the earlier run, and the later one or one between saw it gone
 * @param changed open in both with another severity or number of instances
 * @param notComparable open in the earlier run, and the later one could not look
 * @param unchanged open in both
 */
public record RunDifference(
    List<RecordedFinding> added,
    List<RecordedFinding> removed,
    List<RecordedFinding> changed,
    List<RecordedFinding> notComparable,
    List<RecordedFinding> unchanged) {

  private static final Comparator<RecordedFinding> WORST_FIRST =
      Comparator.comparing((RecordedFinding recorded) -> recorded.finding().severity())
          .thenComparing(recorded -> recorded.finding().owner())
          .thenComparing(recorded -> recorded.finding().fingerprint());

  /** Compares the stored findings of two runs. */
  public static RunDifference between(List<RecordedFinding> earlier, List<RecordedFinding> later) {
    Map<String, RecordedFinding> before = open(earlier);
    Map<String, RecordedFinding> after = open(later);
    RunDifference difference =
        new RunDifference(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    after.values().stream()
        .sorted(WORST_FIRST)
        .forEach(now -> difference.sort(before.get(now.finding().fingerprint()), now));
    before.values().stream()
        .filter(then -> !after.containsKey(then.finding().fingerprint()))
        .sorted(WORST_FIRST)
        .forEach(difference.removed::add);
    return difference;
  }

  private void sort(@Nullable RecordedFinding then, RecordedFinding now) {
    if (now.state() == State.NOT_COMPARABLE) {
      notComparable.add(now);
    } else if (then == null) {
      added.add(now);
    } else if (Comparison.same(then.finding(), now.finding())) {
      unchanged.add(now);
    } else {
      changed.add(now);
    }
  }

  private static Map<String, RecordedFinding> open(List<RecordedFinding> findings) {
    return findings.stream()
        .filter(recorded -> recorded.state() != State.RESOLVED)
        .collect(Collectors.toMap(r -> r.finding().fingerprint(), Function.identity()));
  }
}
