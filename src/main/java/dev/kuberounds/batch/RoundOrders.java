package dev.kuberounds.batch;

import dev.kuberounds.analysis.Analyzer;
import dev.kuberounds.analysis.catalog.AnalysisProperties;
import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.explanation.ExplanationProperties;
import dev.kuberounds.history.HistoryDatabase;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.report.ReportProperties;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the order of this process from its configuration, and sees whether it goes on with one. */
record RoundOrders(
    BatchProperties batch,
    ClusterProperties cluster,
    AnalysisProperties analysis,
    ReportProperties report,
    ExplanationProperties explanation,
    RuleCatalog catalog,
    HistoryDatabase database,
    Runs runs,
    Map<String, String> environment) {

  private static final String JOB_NAME = "ROUNDS_JOB_NAME";

  // The CronJob controller ends a Job's name with the scheduled minute since 1970.
  private static final Pattern SCHEDULED = Pattern.compile(".*-\\d{8}");

  RoundOrder order() {
    Scope scope = new Scope(batch.namespaces(), batch.excludedNamespaces(), "");
    List<Analyzer> analyzers = catalog.select(analysis);
    Set<Class<? extends HasMetadata>> kinds =
        Stream.concat(
                Stream.of(Namespace.class),
                analyzers.stream().flatMap(analyzer -> analyzer.rule().kinds()))
            .collect(Collectors.toSet());
    String ruleset =
        sha256(
            analyzers.stream()
                .map(Analyzer::rule)
                .map(rule -> rule.id() + "@" + rule.version())
                .collect(Collectors.joining("\n")));
    String configuration = configuration(ruleset);
    String input = inputHash();
    String command = command(configuration, input);
    database.lock(command);
    String job = job(command);
    return new RoundOrder(
        job, command, configuration, trigger(job), scope, analyzers, kinds, ruleset, input);
  }

  /** The Kubernetes Job's name, else that of an unfinished run of the same command, else new. */
  private String job(String command) {
    String name = environment.get(JOB_NAME);
    if (name != null && !name.isBlank()) {
      return name;
    }
    return runs.unfinished(command, Instant.now().minus(batch.resumeWithin()))
        .map(Run::job)
        .orElseGet(() -> "local-" + UUID.randomUUID());
  }

  private String trigger(String job) {
    if (batch.trigger() != null) {
      return batch.trigger();
    }
    if (environment.get(JOB_NAME) == null) {
      return "local";
    }
    return SCHEDULED.matcher(job).matches() ? "schedule" : "manual";
  }

  /** The settings that shape the report. Concurrency, timeouts and paths do not. */
  private String configuration(String ruleset) {
    return hash(
        batch.namespaces(),
        batch.excludedNamespaces(),
        batch.gate(),
        analysis.thresholds(),
        ruleset,
        report,
        explanation.backend(),
        explanation.model(),
        explanation.language(),
        explanation.anonymize());
  }

  /** What makes two commands the same: what is read, and how it is judged and told. */
  private String command(String configuration, String input) {
    return hash(
        batch.source() == null ? "live" : batch.source().toAbsolutePath().normalize(),
        input,
        cluster.kubeconfig(),
        cluster.context(),
        cluster.id(),
        configuration);
  }

  private static String hash(@Nullable Object... parts) {
    return sha256(Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\n")));
  }

  private String inputHash() {
    Path source = batch.source();
    try {
      return source == null || !Files.isRegularFile(source)
          ? ""
          : HexFormat.of().formatHex(digest().digest(Files.readAllBytes(source)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the dump " + source, e);
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
