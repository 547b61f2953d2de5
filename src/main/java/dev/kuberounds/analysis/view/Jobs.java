package dev.kuberounds.analysis.view;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.Optional;
import java.util.stream.Stream;

/** What several rules ask of a Job. */
public final class Jobs {

  private Jobs() {}

  /** The condition of the type if it holds. */
  public static Optional<JobCondition> condition(Job job, String type) {
    return Optional.ofNullable(job.getStatus()).map(JobStatus::getConditions).stream()
        .flatMap(conditions -> conditions.stream())
        .filter(condition -> type.equals(condition.getType()))
        .filter(condition -> "True".equals(condition.getStatus()))
        .findFirst();
  }

  /** True if it has done its work, or enough of it by its success policy. */
  public static boolean succeeded(Job job) {
    return Stream.of("Complete", "SuccessCriteriaMet")
        .anyMatch(type -> condition(job, type).isPresent());
  }

  /** True if it starts no pod any more. */
  public static boolean finished(Job job) {
    return succeeded(job) || condition(job, "Failed").isPresent();
  }
}
