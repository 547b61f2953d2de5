package dev.kuberounds.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where runs are remembered ({@code rounds.history.*}).
 *
 * @param url JDBC URL of a PostgreSQL database; not set: an H2 file beside the reports
 * @param username of the database
 * @param passwordFile file that holds the password and nothing else
 * @param keepRuns how many runs of a cluster are remembered
 */
@ConfigurationProperties("rounds.history")
public record HistoryProperties(
    @Nullable String url,
    @DefaultValue("kube_rounds") String username,
    @Nullable Path passwordFile,
    @DefaultValue("400") int keepRuns) {

  public HistoryProperties {
    if (url != null && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
      throw new IllegalArgumentException(
          "rounds.history.url must begin with jdbc:postgresql: or jdbc:h2:");
    }
    if (keepRuns < 2) {
      throw new IllegalArgumentException(
          "rounds.history.keep-runs is " + keepRuns + "; at least 2 are needed to compare");
    }
  }
}
