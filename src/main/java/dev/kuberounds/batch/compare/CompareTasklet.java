package dev.kuberounds.batch.compare;

import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.batch.RunReports;
import dev.kuberounds.history.Comparisons;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Compares the run with the one before and says what it comes to. */
public final class CompareTasklet implements Tasklet {

  private static final Logger LOG = LoggerFactory.getLogger(CompareTasklet.class);

  private final CurrentRun current;
  private final Comparisons comparisons;
  private final RunReports reports;
  private final Runs runs;

  public CompareTasklet(
      CurrentRun current, Comparisons comparisons, RunReports reports, Runs runs) {
    this.current = current;
    this.comparisons = comparisons;
    this.reports = reports;
    this.runs = runs;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    Run run = current.get();
    comparisons.compare(run);
    Run.Result result = reports.result(run.id());
    runs.result(run.id(), result);
    LOG.info("compared verdict={} coverage={}", result.verdict(), result.coverage());
    return RepeatStatus.FINISHED;
  }
}
