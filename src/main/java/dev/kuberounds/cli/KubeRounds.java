package dev.kuberounds.cli;

import dev.kuberounds.cli.catalog.FiltersCommand;
import dev.kuberounds.cli.catalog.RbacCommand;
import dev.kuberounds.cli.catalog.RulesCommand;
import dev.kuberounds.cli.stored.DiffCommand;
import dev.kuberounds.cli.stored.HistoryCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line; a command that is not named is {@code inspect}. */
@Command(
    name = "kube-rounds",
    description = "The ward round of a Kubernetes cluster.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    subcommands = {
      InspectCommand.class,
      DiffCommand.class,
      HistoryCommand.class,
      RulesCommand.class,
      FiltersCommand.class,
      RbacCommand.class,
      HelpCommand.class
    })
public final class KubeRounds {

  private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

  private KubeRounds() {}

  public static void main(String[] args) {
    StopSignals.exitRestartable();
    System.exit(run(args));
  }

  /** Runs one command and says how the process should end. */
  static int run(String... args) {
    CommandLine commandLine =
        new CommandLine(new KubeRounds())
            .setExecutionExceptionHandler((e, _, _) -> Failures.report(e))
            .setParameterExceptionHandler(KubeRounds::usageError);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.setCaseInsensitiveEnumValuesAllowed(true));
    return commandLine.execute(withCommand(commandLine, args));
  }

  private static String[] withCommand(CommandLine commandLine, String[] args) {
    boolean named =
        args.length > 0
            && (commandLine.getSubcommands().containsKey(args[0])
                || OWN_OPTIONS.contains(args[0])
                || !args[0].startsWith("-"));
    if (named) {
      return args;
    }
    String[] inspect = new String[args.length + 1];
    inspect[0] = "inspect";
    System.arraycopy(args, 0, inspect, 1, args.length);
    return inspect;
  }

  private static int usageError(CommandLine.ParameterException e, String[] args) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    System.err.println(e.getMessage() + "; " + command + " --help lists what is accepted");
    return ExitCode.CONFIGURATION;
  }
}
