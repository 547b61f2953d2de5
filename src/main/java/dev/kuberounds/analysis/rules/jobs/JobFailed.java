package dev.kuberounds.analysis.rules.jobs;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.RELIABILITY;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Jobs;
import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A Job gave up, and no later run of its CronJob has made up for it. */
final class JobFailed implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(JobFailed.class, "Job has failed", MEDIUM, RELIABILITY, Job.class)
          .consults(CronJob.class, Pod.class)
          .equivalents("k8sgpt/Job", "popeye/1503");

  // reasons of the condition Failed: batch/v1 types of the API
  private static final Map<String, String> MEANING =
      Map.of(
          "BackoffLimitExceeded", "its retries are used up",
          "DeadlineExceeded", "it ran past its deadline",
          "PodFailurePolicy", "its pod failure policy ended it",
          "FailedIndexes", "some of its indexes failed",
          "MaxFailedIndexesExceeded", "too many of its indexes failed");

  private final Thresholds thresholds;

  JobFailed(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    LaterRuns laterRuns = new LaterRuns(namespace);
    return namespace.all(Job.class).stream()
        .filter(job -> job.getMetadata().getDeletionTimestamp() == null)
        .flatMap(job ->
            Jobs.condition(job, "Failed").stream()
                .filter(failed -> recent(job, failed, namespace.takenAt()))
                .filter(failed -> !laterRuns.succeeded(job, failed))
                .map(failed -> problem(job, failed, namespace)));
  }

  private boolean recent(Job job, JobCondition failed, Instant now) {
    String since =
        Optional.ofNullable(failed.getLastTransitionTime())
            .orElse(job.getMetadata().getCreationTimestamp());
    return since == null || Times.within(thresholds.jobWindow(), now, since);
  }

  private static Problem problem(Job job, JobCondition failed, NamespaceSnapshot namespace) {
    String reason = Objects.requireNonNullElse(failed.getReason(), "no reason given");
    String meaning = MEANING.get(reason);
    Problem problem =
        (meaning == null
                ? Problem.of(job, "Job failed ({})", word(reason))
                : Problem.of(job, "Job failed: {} ({})", word(meaning), word(reason)))
            .evidence("status.conditions[type=Failed].message", failed.getMessage());
    return OwnedPods.of(namespace, job).stream()
        .max(Comparator.comparing(JobFailed::created))
        .flatMap(pod -> ContainerRun.of(pod).flatMap(run -> end(run).stream()).findFirst())
        .map(end -> withEnd(problem, end))
        .orElse(problem);
  }

  private static Problem withEnd(Problem problem, End end) {
    String path = "last pod: " + end.path + ".";
    return problem
        .evidence(path + "exitCode", number(end.state.getExitCode()))
        .evidence(path + "reason", end.state.getReason())
        .evidence(path + "message", end.state.getMessage());
  }

  private static Optional<End> end(ContainerRun run) {
    return run.lastEnd()
        .filter(state -> state.getExitCode() != null && state.getExitCode() != 0)
        .map(state ->
            new End(
                run.path(run.terminated().isPresent() ? "state" : "lastState") + ".terminated",
                state));
  }

  private static Instant created(Pod pod) {
    return Times.parse(pod.getMetadata().getCreationTimestamp()).orElse(Instant.EPOCH);
  }

  /** How a container ended, and where that stands. */
  private record End(String path, ContainerStateTerminated state) {}
}
