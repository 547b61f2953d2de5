package dev.kuberounds.batch.explain;

import dev.kuberounds.anonymization.AnonymizationKey;
import dev.kuberounds.anonymization.Anonymizer;
import dev.kuberounds.batch.BatchProperties;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.explanation.Explainer;
import dev.kuberounds.explanation.ExplanationProperties;
import dev.kuberounds.explanation.ExplanationRequest;
import dev.kuberounds.explanation.RequestPacker;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.RecordedIncidents;
import dev.kuberounds.history.StoredExplanations;
import dev.kuberounds.history.record.RecordedIncident.Explained;
import java.nio.file.Path;
import java.util.SortedMap;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The step that asks a model; one item is one request. */
@Configuration(proxyBeanMethods = false)
public class ExplainConfiguration {

  private static final String STEP = "explainStep";

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;

  ExplainConfiguration(JobRepository repository, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  @Bean
  Explainer explainer(ExplanationProperties properties) {
    return Explainer.of(properties);
  }

  @Bean
  Step explainStep(
      ExplanationProperties properties,
      BatchProperties batch,
      Explainer explainer,
      CurrentRun current,
      Inspections inspections,
      RecordedIncidents incidents,
      StoredExplanations stored) {
    if (!properties.enabled()) {
      return new StepBuilder(STEP, repository)
          .tasklet((_, _) -> RepeatStatus.FINISHED, transactions)
          .build();
    }
    RequestReader reader =
        new RequestReader(
            new IncidentReader(current, incidents, inspections),
            new AnonymizationProcessor(current, inspections, anonymizer(properties, batch)),
            new RequestPacker(properties),
            explainer::contentKey,
            current,
            incidents,
            stored);
    return new StepBuilder(STEP, repository)
        .<ExplanationRequest, SortedMap<String, Explained>>chunk(properties.concurrency())
        .transactionManager(transactions)
        .reader(reader)
        .processor(
            new ExplanationProcessor(explainer::explain, explainer::contentKey, current, stored))
        .writer(new ExplanationWriter(current, incidents))
        .taskExecutor(threads())
        .build();
  }

  private static SimpleAsyncTaskExecutor threads() {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("explain-");
    threads.setVirtualThreads(true);
    return threads;
  }

  private static Anonymizer anonymizer(ExplanationProperties properties, BatchProperties batch) {
    Path key = batch.reportDir().resolve(".kube-rounds").resolve("anonymization.key");
    return properties.anonymize()
        ? new Anonymizer(AnonymizationKey.loadOrCreate(key))
        : Anonymizer.disabled();
  }
}
