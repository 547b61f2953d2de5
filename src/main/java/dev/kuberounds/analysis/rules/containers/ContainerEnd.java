package dev.kuberounds.analysis.rules.containers;

import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.text.Times;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The most recent end of a container, null-safe.
 *
 * @param state what the kubelet says of it
 * @param path where it stands in the pod
 */
record ContainerEnd(ContainerStateTerminated state, String path) {

  private static final int LONGEST_MESSAGE = 300;
  // shells and container runtimes: a process ended by signal n counts as exit code 128 + n
  private static final int SIGNALLED = 128;
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9,
          "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

  /** How the container ended last: now, or before it was started again. */
  static Optional<ContainerEnd> of(ContainerRun run) {
    String path = run.path(run.terminated().isPresent() ? "state" : "lastState");
    return run.lastEnd().map(state -> new ContainerEnd(state, path + ".terminated"));
  }

  Optional<Integer> exitCode() {
    return Optional.ofNullable(state.getExitCode());
  }

  /** Such as {@code OOMKilled}; empty if there is none. */
  String reason() {
    return Objects.requireNonNullElse(state.getReason(), "");
  }

  /** What it left behind, whole. */
  String message() {
    return Objects.requireNonNullElse(state.getMessage(), "");
  }

  /** The beginning of what it left behind. */
  String head() {
    String text = message().strip();
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + " ...";
  }

  /** The signal that ended it, as the kubelet says or the exit code tells; empty if none did. */
  String signal() {
    int told = Objects.requireNonNullElse(state.getSignal(), 0);
    return SIGNALS.getOrDefault(told > 0 ? told : exitCode().orElse(0) - SIGNALLED, "");
  }

  /** How long it ran; empty if it never did, which the runtime writes as a start in 1970. */
  Optional<Duration> life() {
    return Times.parse(state.getStartedAt())
        .filter(start -> start.isAfter(Instant.EPOCH))
        .flatMap(
            start -> Times.parse(state.getFinishedAt()).map(end -> Duration.between(start, end)))
        .filter(life -> !life.isNegative());
  }

  /** True if it is known to have ended no longer ago than given. */
  boolean within(Duration most, Instant now) {
    return Times.within(most, now, state.getFinishedAt());
  }
}
