package dev.kuberounds.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The open database of all runs, with its schema up to date. */
public final class HistoryDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final HikariDataSource dataSource;
  private final boolean embedded;
  private @Nullable Connection lock;

  private HistoryDatabase(HikariDataSource dataSource, boolean embedded) {
    this.dataSource = dataSource;
    this.embedded = embedded;
  }

  /**
   * Opens the configured database, or the H2 file in the report folder.
   *
   * @throws HistoryException if it is locked by another process, damaged or not reachable
   */
  public static HistoryDatabase open(HistoryProperties properties, Path reportDir) {
    String url = properties.url() == null ? embedded(reportDir) : properties.url();
    boolean embedded = url.startsWith("jdbc:h2:");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName("history");
    config.setUsername(embedded ? "sa" : properties.username());
    config.setPassword(password(properties));
    config.setInitializationFailTimeout(-1);
    HikariDataSource dataSource = new HikariDataSource(config);
    try {
      probe(url, config);
      migrate(dataSource, embedded ? "h2" : "postgresql");
      return new HistoryDatabase(dataSource, embedded);
    } catch (SQLException | FlywayException e) {
      dataSource.close();
      throw HistoryException.of(url.replaceAll("[;?].*", ""), e);
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * Makes sure that no other process does the same work. An H2 file has one owner anyway.
   *
   * @throws HistoryException if another process does it now
   */
  public void lock(String work) {
    if (embedded) {
      return;
    }
    try {
      lock = dataSource.getConnection();
      try (PreparedStatement statement =
          lock.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
        statement.setString(1, "kube-rounds/" + work);
        try (ResultSet row = statement.executeQuery()) {
          if (!row.next() || !row.getBoolean(1)) {
            throw HistoryException.locked("the database");
          }
        }
      }
    } catch (SQLException e) {
      throw HistoryException.of("the database", e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (SQLException _) {
      // the pool is closed with it
    }
    dataSource.close();
  }

  private static String embedded(Path reportDir) {
    Path file = reportDir.toAbsolutePath().normalize().resolve(".kube-rounds").resolve("history");
    // H2 must not close under a job that is being stopped, nor leave trace files in the volume, and
    // what it has committed must survive a kill: by default it writes up to half a second later.
    return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0";
  }

  /** Flyway and the pool try again for long; the first connection says at once what is wrong. */
  private static void probe(String url, HikariConfig config) throws SQLException {
    DriverManager.getConnection(url, config.getUsername(), config.getPassword()).close();
  }

  private static void migrate(DataSource dataSource, String vendor) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/" + vendor)
        .load()
        .migrate();
  }

  private static String password(HistoryProperties properties) {
    Path file = properties.passwordFile();
    if (file == null) {
      return "";
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("rounds.history.password-file cannot be read: " + file, e);
    }
  }
}
