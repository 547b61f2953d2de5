package dev.kuberounds.cli.catalog;

import dev.kuberounds.analysis.Profile;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.cli.ExitCode;
import dev.kuberounds.cli.VersionText;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists what {@code --filter} accepts, as k8sgpt does. */
@Command(
    name = "filters",
    description = "List the kinds --filter accepts, with their number of rules.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class)
public final class FiltersCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Map<Boolean, Map<String, Long>> kinds =
        RuleCatalog.load(Thresholds.defaults()).rules().stream()
            .collect(
                Collectors.partitioningBy(
                    rule -> rule.profile() == Profile.DEFAULT,
                    Collectors.groupingBy(Rule::kindName, TreeMap::new, Collectors.counting())));
    print("Active:", kinds.getOrDefault(true, Map.of()));
    print("Unused:", kinds.getOrDefault(false, Map.of()));
    return ExitCode.DONE;
  }

  private static void print(String heading, Map<String, Long> kinds) {
    System.out.println(heading);
    kinds.forEach((kind, rules) ->
        System.out.printf("> %s (%d %s)%n", kind, rules, rules == 1 ? "rule" : "rules"));
  }
}
