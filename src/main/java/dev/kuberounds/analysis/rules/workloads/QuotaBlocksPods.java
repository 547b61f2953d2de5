package dev.kuberounds.analysis.rules.workloads;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.text.Phrases;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A ResourceQuota refuses pods that a workload still lacks. */
final class QuotaBlocksPods implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(QuotaBlocksPods.class, "Quota blocks new pods", HIGH, AVAILABILITY, ReplicaSet.class)
          .consults(
              Deployment.class,
              StatefulSet.class,
              DaemonSet.class,
              Job.class,
              CronJob.class,
              Event.class,
              ResourceQuota.class)
          .equivalents("k8sgpt/ReplicaSet", "k8sgpt/StatefulSet");

  // both texts: plugin/pkg/admission/resourcequota of the API server
  private static final Pattern EXCEEDED =
      Pattern.compile(
          "exceeded quota: ([^,\\s]+), requested: (\\S+), used: (\\S+), limited: (\\S+)");
  private static final Pattern UNDECLARED =
      Pattern.compile("failed quota: ([^:\\s]+): must specify (.+)");

  private final Thresholds thresholds;

  QuotaBlocksPods(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return RejectedCreation.of(namespace, thresholds.eventFresh())
        .filter(refused -> Phrases.classify("create", refused.text()).equals(Optional.of("quota")))
        .map(refused -> problem(refused, namespace));
  }

  private static Problem problem(RejectedCreation refused, NamespaceSnapshot namespace) {
    Matcher exceeded = EXCEEDED.matcher(refused.text());
    if (exceeded.find()) {
      String quota = exceeded.group(1);
      return of(refused, namespace, quota, "ResourceQuota {} leaves no room, {} of {} pods exist")
          .evidence("requested", exceeded.group(2))
          .evidence("used", exceeded.group(3))
          .evidence("hard", exceeded.group(4));
    }
    Matcher undeclared = UNDECLARED.matcher(refused.text());
    return undeclared.find()
        ? of(
                refused,
                namespace,
                undeclared.group(1),
                "ResourceQuota {} wants requests or limits its pods lack, {} of {} pods exist")
            .evidence("must specify", undeclared.group(2))
        : Problem.of(
                refused.object(),
                "A ResourceQuota refuses pods, {} of {} pods exist",
                number(refused.existing()),
                number(refused.wanted()))
            .evidence(refused.path(), refused.text());
  }

  private static Problem of(
      RejectedCreation refused, NamespaceSnapshot namespace, String quota, String template) {
    return Problem.of(
            refused.object(),
            template,
            name("ResourceQuota", quota),
            number(refused.existing()),
            number(refused.wanted()))
        .evidence(refused.path(), refused.text())
        .refersTo(ObjectRef.of(ResourceQuota.class, namespace.name(), quota));
  }
}
