package dev.kuberounds.analysis.rules.jobs;

import dev.kuberounds.analysis.view.Jobs;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which CronJobs have had a good run since. */
final class LaterRuns {

  private final NamespaceSnapshot namespace;
  private final Map<String, Instant> newestSuccess = new HashMap<>();

  LaterRuns(NamespaceSnapshot namespace) {
    this.namespace = namespace;
    for (Job job : namespace.all(Job.class)) {
      if (Jobs.succeeded(job)) {
        cronJob(job)
            .ifPresent(cron ->
                Times.parse(job.getMetadata().getCreationTimestamp())
                    .ifPresent(made -> newestSuccess.merge(cron, made, LaterRuns::later)));
      }
    }
  }

  /**
   * True if a newer Job of the same CronJob succeeded, be it still there or already cleaned up and
   * only known to the CronJob's status.
   */
  boolean succeeded(Job job, JobCondition failed) {
    return cronJob(job)
        .filter(cron ->
            before(job.getMetadata().getCreationTimestamp(), newestSuccess.get(cron))
                || before(failed.getLastTransitionTime(), lastSuccess(cron)))
        .isPresent();
  }

  private @Nullable Instant lastSuccess(String cron) {
    return namespace
        .find(CronJob.class, cron)
        .map(CronJob::getStatus)
        .map(CronJobStatus::getLastSuccessfulTime)
        .flatMap(Times::parse)
        .orElse(null);
  }

  private static Optional<String> cronJob(Job job) {
    return Owners.controller(job)
        .filter(owner -> owner.getKind().equals("CronJob"))
        .map(OwnerReference::getName);
  }

  private static boolean before(@Nullable String time, @Nullable Instant success) {
    return success != null && Times.parse(time).filter(success::isAfter).isPresent();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
