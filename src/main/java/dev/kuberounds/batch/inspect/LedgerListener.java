package dev.kuberounds.batch.inspect;

import dev.kuberounds.batch.ClusterReading;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Stores the coverage ledger and what reading cost once everything was read. */
public final class LedgerListener implements StepExecutionListener {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerListener.class);

  private final ClusterReading reading;
  private final CurrentRun current;
  private final Inspections inspections;
  private final Runs runs;

  public LedgerListener(
      ClusterReading reading, CurrentRun current, Inspections inspections, Runs runs) {
    this.reading = reading;
    this.current = current;
    this.inspections = inspections;
    this.runs = runs;
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    if (ExitStatus.COMPLETED.equals(step.getExitStatus())) {
      String run = current.id();
      var source = reading.source();
      inspections.listings(run, source.listings());
      runs.traffic(run, source.traffic());
      var size = inspections.size(run);
      LOG.info(
          "inspected namespaces={} objects={} requests={} bytes={}",
          size.namespaces(),
          size.objects(),
          source.traffic().requests(),
          source.traffic().bytes());
      reading.close();
    }
    return step.getExitStatus();
  }
}
