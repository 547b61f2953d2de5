package dev.kuberounds.batch;

import dev.kuberounds.analysis.Analyzer;
import dev.kuberounds.analysis.catalog.AnalysisProperties;
import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.analysis.engine.Analysis;
import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.ArchiveProperties;
import dev.kuberounds.batch.archive.ArchiveTasklet;
import dev.kuberounds.batch.archive.Rounds;
import dev.kuberounds.batch.compare.CompareTasklet;
import dev.kuberounds.batch.deliver.DeliveryProcessor;
import dev.kuberounds.batch.deliver.DeliveryReader;
import dev.kuberounds.batch.diagnose.DiagnoseTasklet;
import dev.kuberounds.batch.discover.DiscoverTasklet;
import dev.kuberounds.batch.explain.ExplainConfiguration;
import dev.kuberounds.batch.inspect.InspectionProcessor;
import dev.kuberounds.batch.inspect.LedgerListener;
import dev.kuberounds.batch.inspect.SnapshotReader;
import dev.kuberounds.batch.prune.PruneTasklet;
import dev.kuberounds.batch.render.ArtifactWriter;
import dev.kuberounds.batch.render.RenderProcessor;
import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.delivery.DeliveryProperties;
import dev.kuberounds.delivery.Destination;
import dev.kuberounds.delivery.Destinations;
import dev.kuberounds.explanation.ExplanationProperties;
import dev.kuberounds.history.Comparisons;
import dev.kuberounds.history.HistoryDatabase;
import dev.kuberounds.history.HistoryProperties;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.Receipts;
import dev.kuberounds.history.RecordedIncidents;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.StoredExplanations;
import dev.kuberounds.report.MailRenderer;
import dev.kuberounds.report.Renderers;
import dev.kuberounds.report.ReportProperties;
import dev.kuberounds.report.RulePages;
import dev.kuberounds.report.assembly.ReportAssembler;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Everything the steps of a round work with. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
@EnableConfigurationProperties({
  AnalysisProperties.class,
  ArchiveProperties.class,
  BatchProperties.class,
  ClusterProperties.class,
  DeliveryProperties.class,
  ExplanationProperties.class,
  HistoryProperties.class,
  ReportProperties.class
})
@Import({
  ArchiveTasklet.class,
  ArtifactWriter.class,
  ClusterReading.class,
  CompareTasklet.class,
  Comparisons.class,
  CurrentRun.class,
  DeliveryProcessor.class,
  DeliveryReader.class,
  DiagnoseTasklet.class,
  DiscoverTasklet.class,
  ExplainConfiguration.class,
  InspectionJobConfiguration.class,
  Inspections.class,
  LedgerListener.class,
  MailRenderer.class,
  PruneTasklet.class,
  Receipts.class,
  RecordedIncidents.class,
  RenderProcessor.class,
  Renderers.class,
  RulePages.class,
  RunReports.class,
  Runs.class,
  SnapshotReader.class,
  StoredExplanations.class
})
public class RoundConfiguration {

  @Bean
  HistoryDatabase historyDatabase(
      HistoryProperties history, BatchProperties batch, Archive writable) {
    return HistoryDatabase.open(history, batch.reportDir());
  }

  @Bean
  DataSource dataSource(HistoryDatabase database) {
    return database.dataSource();
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean
  JdbcClient jdbcClient(JdbcTemplate template) {
    return JdbcClient.create(template);
  }

  @Bean
  Archive archive(ArchiveProperties properties, BatchProperties batch) {
    Archive archive = new Archive(batch.reportDir(), properties);
    archive.requireWritable();
    return archive;
  }

  @Bean
  RuleCatalog ruleCatalog(AnalysisProperties analysis) {
    return RuleCatalog.load(analysis.thresholds());
  }

  @Bean
  RoundOrder roundOrder(RoundOrders orders) {
    return orders.order();
  }

  @Bean
  RoundOrders roundOrders(
      BatchProperties batch,
      ClusterProperties cluster,
      AnalysisProperties analysis,
      ReportProperties report,
      ExplanationProperties explanation,
      RuleCatalog catalog,
      HistoryDatabase database,
      Runs runs) {
    return new RoundOrders(
        batch, cluster, analysis, report, explanation, catalog, database, runs, System.getenv());
  }

  @Bean
  InspectionProcessor inspectionProcessor(RoundOrder order, ExplanationProperties explanation) {
    return new InspectionProcessor(new Analysis(order.analyzers()), explanation.enabled());
  }

  @Bean
  ReportAssembler reportAssembler(
      RoundOrder order, RuleCatalog catalog, BatchProperties batch, ReportProperties report) {
    return new ReportAssembler(
        Version.current(),
        order.analyzers().stream().map(Analyzer::rule).toList(),
        catalog.rules(),
        order.scope(),
        batch.gate(),
        report);
  }

  @Bean
  Rounds rounds(RoundOrder order, ExplanationProperties explanation) {
    return new Rounds(order.input(), order.configuration(), explanation, System.getenv());
  }

  @Bean
  List<Destination> destinations(DeliveryProperties delivery) {
    return Destinations.of(delivery);
  }
}
