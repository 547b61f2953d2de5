package dev.kuberounds.cli;

import dev.kuberounds.analysis.Profile;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.batch.ProgressListener;
import dev.kuberounds.batch.RoundConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a round: reads the cluster or the dumps, and files a report for each. */
@Command(
    name = "inspect",
    description = "Inspect a cluster or a dump and file a report (the default command).",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class)
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--source",
      paramLabel = "PATH",
      description = "A dump instead of a live cluster; repeatable, each is one cluster.")
  private List<Path> sources = new ArrayList<>();

  @Option(names = "--kubeconfig", paramLabel = "FILE", description = "The kubeconfig file.")
  private @Nullable Path kubeconfig;

  @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig.")
  private @Nullable String context;

  @Option(
      names = "--cluster-id",
      paramLabel = "ID",
      description = "Name of the cluster in paths and reports.")
  private @Nullable String clusterId;

  @Option(
      names = {"-n", "--namespace"},
      split = ",",
      paramLabel = "NAME",
      description = "Only these namespaces.")
  private List<String> namespaces = new ArrayList<>();

  @Option(
      names = "--exclude-namespace",
      split = ",",
      paramLabel = "GLOB",
      description = "Leave these namespaces out.")
  private List<String> excludedNamespaces = new ArrayList<>();

  @Option(
      names = {"-f", "--filter"},
      split = ",",
      paramLabel = "KIND",
      description = "Only rules that judge these kinds; kube-rounds filters lists them.")
  private List<String> filter = new ArrayList<>();

  @Option(names = "--rule", split = ",", paramLabel = "ID", description = "Only these rules.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--exclude-rule",
      split = ",",
      paramLabel = "ID",
      description = "Not these rules.")
  private List<String> excludedRules = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "Only rules that are at least this severe: ${COMPLETION-CANDIDATES}.")
  private @Nullable Severity severity;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "Set of rules: ${COMPLETION-CANDIDATES}.")
  private @Nullable Profile profile;

  @Option(
      names = {"-e", "--explain"},
      description = "Ask a model about the incidents, anonymized.")
  private boolean explain;

  @Option(
      names = {"-b", "--backend"},
      paramLabel = "NAME",
      description = "With --explain: openai, for any OpenAI-compatible endpoint.")
  private @Nullable String backend;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "NAME",
      description = "With --explain: the model.")
  private @Nullable String model;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "TAG",
      description = "Language of explanations, such as en or zh.")
  private @Nullable String language;

  @Option(
      names = {"-a", "--anonymize"},
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Replace every name before anything is sent (default); --no-anonymize sends real names.")
  private boolean anonymize;

  @Option(
      names = {"-o", "--output"},
      split = ",",
      paramLabel = "FORMAT",
      description = "Formats to write: html, markdown, json.")
  private List<String> output = new ArrayList<>();

  @Option(
      names = "--deliver",
      split = ",",
      paramLabel = "NAME",
      description = "Configured destinations to deliver to: directory, s3, email.")
  private List<String> deliver = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit 1 from this severity on; with new- before it only for new findings.")
  private @Nullable String failOn;

  @Option(
      names = "--min-coverage",
      paramLabel = "RATIO",
      description = "Exit 2 below this share (0..1) of what was to be read.")
  private @Nullable Double minCoverage;

  @Override
  public Integer call() throws Exception {
    if (!explain && backend != null) {
      throw new ParameterException(spec.commandLine(), "--backend needs --explain");
    }
    if (sources.isEmpty()) {
      return inspect(null);
    }
    int worst = ExitCode.DONE;
    for (Path source : sources) {
      worst = Math.max(worst, inspect(source));
    }
    return worst;
  }

  private int inspect(@Nullable Path source) throws Exception {
    try (ConfigurableApplicationContext context =
        settings()
            .set("rounds.batch.source", source)
            .start(
                RoundConfiguration.class,
                beans ->
                    beans.registerBean(
                        ProgressListener.class, () -> ProgressBar.listener(System.console())))) {
      return Round.run(context);
    }
  }

  private Settings settings() {
    Settings settings =
        common
            .settings()
            .set("rounds.cluster.kubeconfig", kubeconfig)
            .set("rounds.cluster.context", context)
            .set("rounds.cluster.id", clusterId)
            .set("rounds.batch.namespaces", namespaces)
            .set("rounds.batch.excluded-namespaces", excludedNamespaces)
            .set("rounds.analysis.filter", filter)
            .set("rounds.analysis.rules", rules)
            .set("rounds.analysis.excluded-rules", excludedRules)
            .set("rounds.analysis.severity", severity)
            .set("rounds.analysis.profile", profile)
            .set("rounds.explanation.model", model)
            .set("rounds.explanation.language", language)
            .set("rounds.report.formats", output)
            .set("rounds.delivery.to", deliver)
            .set("rounds.batch.fail-on", failOn)
            .set("rounds.batch.min-coverage", minCoverage);
    if (explain) {
      settings.set("rounds.explanation.backend", backend == null ? "openai" : backend);
    }
    if (language != null && language.toLowerCase(Locale.ROOT).startsWith("zh")) {
      settings.set("rounds.report.languages", "zh-CN");
    }
    if (!anonymize) {
      settings.set("rounds.explanation.anonymize", false);
    }
    return settings;
  }
}
