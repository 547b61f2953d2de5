package dev.kuberounds.cli.stored;

import dev.kuberounds.batch.BatchProperties;
import dev.kuberounds.history.Comparisons;
import dev.kuberounds.history.HistoryDatabase;
import dev.kuberounds.history.HistoryProperties;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history alone, for commands that only read it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BatchProperties.class, HistoryProperties.class})
class StoredRuns {

  @Bean
  HistoryDatabase historyDatabase(HistoryProperties history, BatchProperties batch) {
    Path embedded = batch.reportDir().resolve(".kube-rounds").resolve("history.mv.db");
    if (history.url() == null && !Files.exists(embedded)) {
      throw new IllegalArgumentException(
          "there is no history in %s; --report-dir names another folder"
              .formatted(batch.reportDir()));
    }
    return HistoryDatabase.open(history, batch.reportDir());
  }

  @Bean
  Runs runs(HistoryDatabase database) {
    return new Runs(JdbcClient.create(database.dataSource()));
  }

  @Bean
  Comparisons comparisons(HistoryDatabase database) {
    JdbcTemplate template = new JdbcTemplate(database.dataSource());
    return new Comparisons(JdbcClient.create(template), new Inspections(template));
  }
}
