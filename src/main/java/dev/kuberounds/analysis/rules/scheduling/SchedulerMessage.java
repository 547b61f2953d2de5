package dev.kuberounds.analysis.rules.scheduling;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why no node takes a pod, in the scheduler's words: {@code 0/4 nodes are available: 1 node(s) were
 * unschedulable, 3 Insufficient cpu. preemption: ...}.
 *
 * @param nodes number of nodes in the cluster
 * @param blocked nodes by obstacle; a node that lacks two resources counts for both
 */
record SchedulerMessage(int nodes, Map<Obstacle, Integer> blocked) {

  private static final Pattern HEAD = Pattern.compile("^0/(\\d{1,7}) nodes are available: ");
  // preemption, resource claims and other afterthoughts follow in lower case
  private static final Pattern TAIL = Pattern.compile("\\.(?:\\s+[a-z].*)?$", Pattern.DOTALL);
  private static final Pattern BETWEEN_CLAUSES = Pattern.compile(",\\s+(?=\\d+ )");
  private static final Pattern CLAUSE = Pattern.compile("(\\d{1,7}) (.+)");

  static SchedulerMessage read(@Nullable String text) {
    Map<Obstacle, Integer> blocked = new EnumMap<>(Obstacle.class);
    Matcher head = HEAD.matcher(text == null ? "" : text);
    if (text == null || !head.find()) {
      return new SchedulerMessage(0, Map.of(Obstacle.OTHER, 0));
    }
    int nodes = Integer.parseInt(head.group(1));
    String clauses = TAIL.matcher(text.substring(head.end())).replaceFirst("");
    for (String clause : BETWEEN_CLAUSES.split(clauses)) {
      Matcher counted = CLAUSE.matcher(clause);
      boolean counts = counted.matches(); // what concerns the pod itself has no number
      blocked.merge(
          Obstacle.of(counts ? counted.group(2) : clause),
          counts ? Integer.parseInt(counted.group(1)) : nodes,
          Integer::sum);
    }
    return new SchedulerMessage(nodes, blocked);
  }

  int count(Obstacle obstacle) {
    return blocked.getOrDefault(obstacle, 0);
  }
}
