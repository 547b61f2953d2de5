package dev.kuberounds.batch.prune;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.history.HistoryProperties;
import dev.kuberounds.history.Receipts;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.Run;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Removes what is older than its retention, but nothing that was not delivered yet. */
public final class PruneTasklet implements Tasklet {

  private static final Logger LOG = LoggerFactory.getLogger(PruneTasklet.class);

  private final CurrentRun current;
  private final Archive archive;
  private final Receipts receipts;
  private final Runs runs;
  private final HistoryProperties history;

  public PruneTasklet(
      CurrentRun current,
      Archive archive,
      Receipts receipts,
      Runs runs,
      HistoryProperties history) {
    this.current = current;
    this.archive = archive;
    this.receipts = receipts;
    this.runs = runs;
    this.history = history;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    Run run = current.get();
    String cluster = run.cluster().id();
    Set<String> waiting = receipts.undelivered(cluster);
    List<String> pruned = archive.prune(cluster, Instant.now(), waiting);
    List<Run> forgotten =
        runs.newest(cluster, Integer.MAX_VALUE).stream()
            .skip(history.keepRuns())
            .filter(old -> !waiting.contains(old.id()))
            .toList();
    forgotten.forEach(old -> runs.delete(old.id()));
    // only now: a run that was killed while it was delivered is to be continued
    runs.progress(run.id(), Run.Progress.COMPLETED);
    LOG.info("pruned archived={} remembered={}", pruned.size(), forgotten.size());
    return RepeatStatus.FINISHED;
  }
}
