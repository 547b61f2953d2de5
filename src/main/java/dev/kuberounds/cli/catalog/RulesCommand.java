package dev.kuberounds.cli.catalog;

import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.cli.ExitCode;
import dev.kuberounds.cli.VersionText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the rules, or prints the page of one. */
@Command(
    name = "rules",
    description = "List the rules, or print the page of one.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class)
public final class RulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "Id of a rule.")
  private @Nullable String id;

  @Override
  public Integer call() throws IOException {
    RuleCatalog catalog = RuleCatalog.load(Thresholds.defaults());
    if (id == null) {
      catalog.rules().forEach(RulesCommand::print);
      return ExitCode.DONE;
    }
    Rule rule =
        catalog
            .rule(id)
            .orElseThrow(() ->
                new ParameterException(spec.commandLine(), "there is no rule '%s'".formatted(id)));
    try (InputStream page = RulesCommand.class.getResourceAsStream("/rules/" + rule.id() + ".md")) {
      System.out.print(
          new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8));
    }
    return ExitCode.DONE;
  }

  private static void print(Rule rule) {
    System.out.printf(
        "%-34s %-8s %-13s %-7s %s%n",
        rule.id(),
        rule.severity().word(),
        rule.category().word(),
        rule.profile().name().toLowerCase(Locale.ROOT),
        rule.title());
  }
}
