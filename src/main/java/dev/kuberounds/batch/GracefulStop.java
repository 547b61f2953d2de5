package dev.kuberounds.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.SmartLifecycle;

/**
 * Stops a running job before any bean is destroyed, so that a SIGTERM leaves it restartable. The
 * time is bounded by the pod's grace period.
 */
final class GracefulStop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
  private static final long SECONDS = 25;

  private final JobOperator operator;
  private final JobRepository repository;
  private final String jobName;
  private final ClusterReading reading;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean working;
  private volatile boolean interrupted;

  GracefulStop(
      JobOperator operator, JobRepository repository, String jobName, ClusterReading reading) {
    this.operator = operator;
    this.repository = repository;
    this.jobName = jobName;
    this.reading = reading;
  }

  /** Says that the job is about to start in this thread. */
  void working() {
    working = true;
  }

  /** Says that the job has returned. */
  void finished() {
    working = false;
    finished.countDown();
  }

  /** True if the process was told to stop while the job ran. */
  boolean interrupted() {
    return interrupted;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    if (!working) {
      return;
    }
    interrupted = true;
    LOG.info("stopping the round; the same command continues it");
    try {
      for (JobExecution execution : repository.findRunningJobExecutions(jobName)) {
        operator.stop(execution);
      }
      reading.abort();
      if (!finished.await(SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the round did not stop in time seconds={}", SECONDS);
      }
    } catch (JobExecutionNotRunningException _) {
      // it ended by itself in this moment
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
