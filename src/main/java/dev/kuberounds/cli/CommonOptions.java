package dev.kuberounds.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that works with stored runs. */
public final class CommonOptions {

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Folder of reports and history (default: reports).")
  @Nullable Path reportDir;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (YAML) with rounds.* properties.")
  @Nullable Path config;

  public Settings settings() {
    Settings settings = new Settings().set("rounds.batch.report-dir", reportDir);
    return config == null
        ? settings
        : settings.set("spring.config.additional-location", "file:" + config);
  }
}
