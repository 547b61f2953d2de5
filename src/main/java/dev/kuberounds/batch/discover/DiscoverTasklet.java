package dev.kuberounds.batch.discover;

import dev.kuberounds.batch.ClusterReading;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.batch.RoundOrder;
import dev.kuberounds.cluster.ClusterInfo;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.Run;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Asks the cluster who and when it is, and opens the run. */
public final class DiscoverTasklet implements Tasklet {

  private static final Logger LOG = LoggerFactory.getLogger(DiscoverTasklet.class);

  private final RoundOrder order;
  private final ClusterReading reading;
  private final CurrentRun current;
  private final Runs runs;

  public DiscoverTasklet(RoundOrder order, ClusterReading reading, CurrentRun current, Runs runs) {
    this.order = order;
    this.reading = reading;
    this.current = current;
    this.runs = runs;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    if (current.find().isEmpty()) {
      open(reading.source().info());
    }
    return RepeatStatus.FINISHED;
  }

  private void open(ClusterInfo cluster) {
    Instant now = Instant.now();
    String previous = runs.lastCompleted(cluster.id()).map(Run::id).orElse(null);
    String id =
        cluster.live()
            ? Ulid.random(now)
            : Ulid.derived(
                cluster.takenAt(),
                cluster.id(),
                order.input(),
                order.configuration(),
                String.valueOf(previous));
    runs.interruptOthers(cluster.id(), id);
    runs.insert(
        Run.started(
            id,
            order.job(),
            order.command(),
            order.trigger(),
            previous,
            now,
            cluster,
            order.ruleset(),
            order.scope().restricted()));
    LOG.info(
        "opened run={} cluster={} version={} takenAt={} rules={}",
        id,
        cluster.id(),
        cluster.version(),
        cluster.takenAt(),
        order.analyzers().size());
  }
}
