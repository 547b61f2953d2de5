package dev.kuberounds.cli.stored;

import dev.kuberounds.cli.CommonOptions;
import dev.kuberounds.cli.ExitCode;
import dev.kuberounds.cli.Line;
import dev.kuberounds.cli.VersionText;
import dev.kuberounds.history.Comparisons;
import dev.kuberounds.history.RunDifference;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.Run;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what came and went between two runs of a cluster. */
@Command(
    name = "diff",
    description = "Say what came and went between two runs of a cluster.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class)
public final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Id of the earlier run, or its beginning.")
  private String earlier;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "Id of the later run, or its beginning.")
  private String later;

  @Override
  public Integer call() {
    try (var context = common.settings().start(StoredRuns.class)) {
      Runs runs = context.getBean(Runs.class);
      Comparisons comparisons = context.getBean(Comparisons.class);
      RunDifference difference =
          RunDifference.between(
              comparisons.findings(find(runs, earlier).id()),
              comparisons.findings(find(runs, later).id()));
      print("new", difference.added());
      print("resolved", difference.removed());
      print("changed", difference.changed());
      print("not comparable", difference.notComparable());
      System.out.println("unchanged: " + difference.unchanged().size());
      return ExitCode.DONE;
    }
  }

  private Run find(Runs runs, String beginning) {
    List<Run> found = runs.beginningWith(beginning);
    if (found.size() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          "%d runs begin with '%s'; kube-rounds history lists them"
              .formatted(found.size(), beginning));
    }
    return found.getFirst();
  }

  private static void print(String heading, List<RecordedFinding> findings) {
    System.out.println(heading + ": " + findings.size());
    findings.forEach(recorded ->
        System.out.printf(
            "  %-8s %s: %s (%s)%n",
            recorded.finding().severity().word(),
            Line.cut(recorded.finding().owner().toString(), 80),
            Line.cut(recorded.finding().message().text(), 110),
            recorded.finding().rule()));
  }
}
