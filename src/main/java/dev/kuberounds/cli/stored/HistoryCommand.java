package dev.kuberounds.cli.stored;

import dev.kuberounds.cli.CommonOptions;
import dev.kuberounds.cli.ExitCode;
import dev.kuberounds.cli.VersionText;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.Run;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the stored runs, the newest first. */
@Command(
    name = "history",
    description = "List the stored runs, the newest first.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class)
public final class HistoryCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(names = "--cluster-id", paramLabel = "ID", description = "Only runs of this cluster.")
  private @Nullable String clusterId;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "30",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    try (var context = common.settings().start(StoredRuns.class)) {
      Runs runs = context.getBean(Runs.class);
      List<Run> found = clusterId == null ? runs.newest(limit) : runs.newest(clusterId, limit);
      found.forEach(HistoryCommand::print);
      return ExitCode.DONE;
    }
  }

  private static void print(Run run) {
    Run.Result result = run.result();
    System.out.printf(
        Locale.ROOT,
        "%s  %s  %-20s %-11s %-9s %s%n",
        run.id(),
        run.cluster().takenAt(),
        run.cluster().id(),
        run.state().name().toLowerCase(Locale.ROOT),
        result == null ? "-" : result.verdict(),
        result == null || result.score() == null ? "-" : result.score() + " " + result.grade());
  }
}
