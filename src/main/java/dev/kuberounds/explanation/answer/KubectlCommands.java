package dev.kuberounds.explanation.answer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides whether a command certainly only reads. Whatever it does not know may change things. */
public final class KubectlCommands {

  private static final Set<String> READING =
      Set.of(
          "get",
          "describe",
          "logs",
          "top",
          "explain",
          "events",
          "version",
          "api-resources",
          "api-versions",
          "cluster-info");

  /** Verbs that read with these words after them. */
  private static final Map<String, Set<String>> READING_WITH =
      Map.of(
          "auth", Set.of("can-i", "whoami"),
          "rollout", Set.of("status", "history"),
          "config", Set.of("view", "get-contexts", "current-context", "get-clusters"));

  private static final Set<String> FLAGS_WITH_VALUE =
      Set.of(
          "-n",
          "--namespace",
          "--context",
          "--cluster",
          "--user",
          "--kubeconfig",
          "-s",
          "--server",
          "--request-timeout",
          "--as");

  private static final Set<String> FILTERS = Set.of("grep", "head", "tail", "wc", "cut", "jq");

  private KubectlCommands() {}

  /** False only if every part of the line reads. */
  public static boolean mutates(String line) {
    // Substitution, redirection and anything else a shell could make a second command of
    if (line.chars().anyMatch(c -> "`$<>&;\\\n\r".indexOf(c) >= 0)) {
      return true;
    }
    String[] parts = line.split("\\|", -1);
    if (!reads(parts[0])) {
      return true;
    }
    for (int i = 1; i < parts.length; i++) {
      if (!FILTERS.contains(parts[i].strip().split("\\s+")[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean reads(String command) {
    Deque<String> words = new ArrayDeque<>(List.of(command.strip().split("\\s+")));
    if (!"kubectl".equals(words.poll())) {
      return false;
    }
    while (words.peek() instanceof String flag && flag.startsWith("-")) {
      words.poll();
      if (FLAGS_WITH_VALUE.contains(flag)) {
        words.poll();
      } else if (!FLAGS_WITH_VALUE.contains(flag.replaceFirst("=.*", ""))) {
        return false; // its value could be mistaken for the verb
      }
    }
    String verb = words.isEmpty() ? "" : words.poll();
    String next = words.isEmpty() ? "" : words.poll();
    return READING.contains(verb) && !next.equals("dump")
        || READING_WITH.getOrDefault(verb, Set.of()).contains(next);
  }
}
