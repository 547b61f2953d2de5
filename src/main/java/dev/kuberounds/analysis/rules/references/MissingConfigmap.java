package dev.kuberounds.analysis.rules.references;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Category.CONFIGURATION;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.rules.references.MissingReferences.Use;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template needs a ConfigMap, or a key of one, that does not exist. */
final class MissingConfigmap implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(MissingConfigmap.class, "ConfigMap or key is missing", HIGH, CONFIGURATION, Pod.class)
          .reads(ConfigMap.class)
          .consults(Deployment.class, StatefulSet.class, DaemonSet.class, Job.class, CronJob.class)
          .equivalents("k8sgpt/Pod");

  private final MissingReferences missing;

  MissingConfigmap(Thresholds thresholds) {
    missing = new MissingReferences(ConfigMap.class, thresholds);
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Stream.concat(
        missing.objects(namespace),
        missing.each(namespace).flatMap(use -> missingKey(use).stream()));
  }

  private static Optional<Problem> missingKey(Use use) {
    String key = use.reference().key();
    if (key == null) {
      return Optional.empty();
    }
    return use.namespace()
        .find(ConfigMap.class, use.reference().name())
        .map(map -> keys(map.getData(), map.getBinaryData()))
        .filter(keys -> !keys.contains(key))
        .map(keys ->
            use.problem(
                "nearest key",
                keys,
                "ConfigMap {} has no key {}",
                name("ConfigMap", use.reference().name()),
                name("key", key)));
  }

  private static Set<String> keys(
      @Nullable Map<String, String> data, @Nullable Map<String, String> binaryData) {
    Set<String> keys = new TreeSet<>();
    Stream.of(Optional.ofNullable(data), Optional.ofNullable(binaryData))
        .flatMap(Optional::stream)
        .forEach(entries -> keys.addAll(entries.keySet()));
    return keys;
  }
}
