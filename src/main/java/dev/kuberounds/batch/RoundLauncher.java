package dev.kuberounds.batch;

import dev.kuberounds.history.record.Run;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Runs the round of this process, or goes on with one that a dead process left. */
public final class RoundLauncher {

  private static final Logger LOG = LoggerFactory.getLogger(RoundLauncher.class);

  private final Job job;
  private final JobOperator operator;
  private final JobRepository repository;
  private final GracefulStop stop;
  private final RoundOrder order;
  private final CurrentRun current;

  RoundLauncher(
      Job job,
      JobOperator operator,
      JobRepository repository,
      GracefulStop stop,
      RoundOrder order,
      CurrentRun current) {
    this.job = job;
    this.operator = operator;
    this.repository = repository;
    this.stop = stop;
    this.order = order;
    this.current = current;
  }

  /**
   * How a launch ended.
   *
   * @param run empty if the run could not even be opened
   * @param interrupted true if it was told to stop and can be continued
   * @param failure empty if it went to its end
   */
  public record Ending(Optional<Run> run, boolean interrupted, Optional<Throwable> failure) {}

  public Ending launch() throws Exception {
    recoverDead();
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("job", order.job())
            .addString("command", order.command(), false)
            .toJobParameters();
    JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
    if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
      LOG.info("nothing to do, the round is complete job={}", order.job());
      return new Ending(current.find(), false, Optional.empty());
    }
    stop.working();
    try {
      return ending(operator.start(job, parameters));
    } finally {
      stop.finished();
    }
  }

  private Ending ending(JobExecution execution) {
    boolean interrupted = execution.getStatus() == BatchStatus.STOPPED || stop.interrupted();
    if (interrupted) {
      return new Ending(Optional.empty(), true, Optional.empty());
    }
    Optional<Throwable> failure =
        execution.getStatus() == BatchStatus.COMPLETED
            ? Optional.empty()
            : execution.getAllFailureExceptions().stream()
                .findFirst()
                .or(() ->
                    Optional.of(
                        new IllegalStateException(execution.getExitStatus().getExitDescription())));
    return new Ending(current.find(), false, failure);
  }

  /**
   * The database is ours alone, so what it says is running is dead. A step that lost the database
   * in the middle of a commit is UNKNOWN, which Spring Batch refuses to restart by itself.
   */
  private void recoverDead() throws Exception {
    for (JobExecution dead : repository.findRunningJobExecutions(job.getName())) {
      if (!order.command().equals(dead.getJobParameters().getString("command"))) {
        continue;
      }
      LOG.info("recovering a dead execution id={}", dead.getId());
      operator.recover(dead);
    }
    JobExecution last =
        repository.getLastJobExecution(
            job.getName(),
            new JobParametersBuilder().addString("job", order.job()).toJobParameters());
    if (last != null && last.getStatus() == BatchStatus.UNKNOWN) {
      for (StepExecution step : last.getStepExecutions()) {
        if (step.getStatus() == BatchStatus.UNKNOWN) {
          step.setStatus(BatchStatus.FAILED);
          repository.update(step);
        }
      }
      last.setStatus(BatchStatus.FAILED);
      repository.update(last);
    }
  }
}
