package dev.kuberounds.batch.diagnose;

import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.diagnosis.Incidents;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.RecordedIncidents;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Closes and ranks the incidents of the whole cluster. */
public final class DiagnoseTasklet implements Tasklet {

  private static final Logger LOG = LoggerFactory.getLogger(DiagnoseTasklet.class);

  private final CurrentRun current;
  private final Inspections inspections;
  private final RecordedIncidents store;

  public DiagnoseTasklet(CurrentRun current, Inspections inspections, RecordedIncidents store) {
    this.current = current;
    this.inspections = inspections;
    this.store = store;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    String run = current.id();
    List<Incident> incidents = Incidents.of(inspections.findings(run), inspections.edges(run));
    store.save(run, incidents);
    LOG.info("diagnosed incidents={}", incidents.size());
    return RepeatStatus.FINISHED;
  }
}
