package dev.kuberounds.analysis.rules.references;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Category.CONFIGURATION;
import static dev.kuberounds.analysis.Severity.HIGH;
import static dev.kuberounds.analysis.Severity.LOW;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A template needs a Secret that does not exist. Its keys are not looked at. */
final class MissingSecret implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(MissingSecret.class, "Secret is missing", HIGH, CONFIGURATION, Pod.class)
          .reads(Secret.class)
          .consults(
              Deployment.class,
              StatefulSet.class,
              DaemonSet.class,
              Job.class,
              CronJob.class,
              ServiceAccount.class)
          .equivalents("k8sgpt/Pod", "popeye/304");

  private final MissingReferences missing;

  MissingSecret(Thresholds thresholds) {
    missing = new MissingReferences(Secret.class, thresholds);
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Stream.concat(
        missing.objects(namespace),
        namespace.all(ServiceAccount.class).stream()
            .filter(account -> account.getMetadata().getDeletionTimestamp() == null)
            .flatMap(account -> tokens(account, namespace)));
  }

  /** Tokens and pull secrets an account still lists; since 1.24 no pod depends on them. */
  private static Stream<Problem> tokens(ServiceAccount account, NamespaceSnapshot namespace) {
    List<ObjectReference> listed = account.getSecrets();
    return IntStream.range(0, listed == null ? 0 : listed.size())
        .filter(i -> listed.get(i).getName() != null)
        .filter(i -> namespace.find(Secret.class, listed.get(i).getName()).isEmpty())
        .mapToObj(i -> {
          String secret = listed.get(i).getName();
          return Problem.of(account, "Secret {} does not exist", name("Secret", secret))
              .severity(LOW)
              .evidence("secrets[" + i + "].name", name("Secret", secret))
              .refersTo(ObjectRef.of(Secret.class, namespace.name(), secret));
        });
  }
}
