package dev.kuberounds.batch;

import dev.kuberounds.batch.archive.ArchiveTasklet;
import dev.kuberounds.batch.compare.CompareTasklet;
import dev.kuberounds.batch.deliver.DeliveryProcessor;
import dev.kuberounds.batch.deliver.DeliveryReader;
import dev.kuberounds.batch.diagnose.DiagnoseTasklet;
import dev.kuberounds.batch.discover.DiscoverTasklet;
import dev.kuberounds.batch.inspect.InspectionProcessor;
import dev.kuberounds.batch.inspect.LedgerListener;
import dev.kuberounds.batch.inspect.SnapshotReader;
import dev.kuberounds.batch.prune.PruneTasklet;
import dev.kuberounds.batch.render.ArtifactWriter;
import dev.kuberounds.batch.render.RenderProcessor;
import dev.kuberounds.cluster.snapshot.Snapshot;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.Receipts;
import dev.kuberounds.history.record.Inspection;
import dev.kuberounds.report.Renderer;
import dev.kuberounds.report.Renderers;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole job. A step's name is its bean's name and its folder's. */
@Configuration(proxyBeanMethods = false)
class InspectionJobConfiguration {

  static final String JOB = "inspection";

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;

  InspectionJobConfiguration(JobRepository repository, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  @Bean
  Job inspectionJob(
      Step discoverStep,
      Step inspectStep,
      Step diagnoseStep,
      Step compareStep,
      Step explainStep,
      Step renderStep,
      Step archiveStep,
      Step deliverStep,
      Step pruneStep) {
    return new JobBuilder(JOB, repository)
        .start(discoverStep)
        .next(inspectStep)
        .next(diagnoseStep)
        .next(compareStep)
        .next(explainStep)
        .next(renderStep)
        .next(archiveStep)
        .next(deliverStep)
        .next(pruneStep)
        .build();
  }

  @Bean
  Step discoverStep(DiscoverTasklet tasklet) {
    return once("discoverStep", tasklet);
  }

  /** One item is the cluster scope or one namespace, one chunk one item: no more is in memory. */
  @Bean
  Step inspectStep(
      SnapshotReader reader,
      InspectionProcessor processor,
      Inspections inspections,
      CurrentRun current,
      LedgerListener ledger,
      ProgressListener progress) {
    ItemWriter<Inspection> writer =
        chunk -> chunk.forEach(inspection -> inspections.save(current.id(), inspection));
    return new StepBuilder("inspectStep", repository)
        .<Snapshot, Inspection>chunk(1)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .listener(ledger)
        .listener(progress)
        .build();
  }

  @Bean
  Step diagnoseStep(DiagnoseTasklet tasklet) {
    return once("diagnoseStep", tasklet);
  }

  @Bean
  Step compareStep(CompareTasklet tasklet) {
    return once("compareStep", tasklet);
  }

  /** One item is one format. */
  @Bean
  Step renderStep(Renderers renderers, RenderProcessor processor, ArtifactWriter writer) {
    return each(
        "renderStep", new ListItemReader<Renderer>(renderers.selected()), processor, writer);
  }

  @Bean
  Step archiveStep(ArchiveTasklet tasklet) {
    return once("archiveStep", tasklet);
  }

  /** One item is one run on its way to one destination. */
  @Bean
  Step deliverStep(DeliveryReader reader, DeliveryProcessor processor, Receipts receipts) {
    return each("deliverStep", reader, processor, chunk -> chunk.forEach(receipts::save));
  }

  @Bean
  Step pruneStep(PruneTasklet tasklet) {
    return once("pruneStep", tasklet);
  }

  @Bean
  GracefulStop gracefulStop(JobOperator operator, ClusterReading reading) {
    return new GracefulStop(operator, repository, JOB, reading);
  }

  @Bean
  RoundLauncher roundLauncher(
      Job inspectionJob,
      JobOperator operator,
      GracefulStop stop,
      RoundOrder order,
      CurrentRun current) {
    return new RoundLauncher(inspectionJob, operator, repository, stop, order, current);
  }

  private Step once(String name, Tasklet tasklet) {
    return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
  }

  private <I, O> Step each(
      String name,
      ItemReader<? extends I> reader,
      ItemProcessor<? super I, ? extends O> processor,
      ItemWriter<? super O> writer) {
    return new StepBuilder(name, repository)
        .<I, O>chunk(1)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .build();
  }
}
