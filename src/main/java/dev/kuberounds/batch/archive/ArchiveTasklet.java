package dev.kuberounds.batch.archive;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.RunFolder;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.batch.RunReports;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.StoredExplanations;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.report.Artifact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Adds the transcript of what was sent to a model, and seals the run. */
public final class ArchiveTasklet implements Tasklet {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveTasklet.class);

  private final CurrentRun current;
  private final RunReports reports;
  private final StoredExplanations explanations;
  private final Rounds rounds;
  private final Archive archive;
  private final Runs runs;

  public ArchiveTasklet(
      CurrentRun current,
      RunReports reports,
      StoredExplanations explanations,
      Rounds rounds,
      Archive archive,
      Runs runs) {
    this.current = current;
    this.reports = reports;
    this.explanations = explanations;
    this.rounds = rounds;
    this.archive = archive;
    this.runs = runs;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    Run run = current.get();
    SealedRun sealed = seal(run);
    runs.manifest(run.id(), sealed.sha256());
    LOG.info("archived folder={} manifest={}", sealed.folder(), sealed.sha256());
    return RepeatStatus.FINISHED;
  }

  private SealedRun seal(Run run) {
    RunFolder folder = archive.open(run.cluster().id(), run.id());
    List<String> transcript = explanations.transcript(run.id());
    if (!transcript.isEmpty() && archive.find(run.cluster().id(), run.id()).isEmpty()) {
      byte[] lines = (String.join("\n", transcript) + "\n").getBytes(StandardCharsets.UTF_8);
      folder.write(new Artifact("explanations.ndjson", "application/x-ndjson", lines));
    }
    Instant finished = Instant.now();
    runs.finished(run.id(), finished);
    return folder.seal(rounds.completed(reports.report(run.id()), run.startedAt(), finished));
  }
}
