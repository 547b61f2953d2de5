package dev.kuberounds.anonymization;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Category;
import dev.kuberounds.analysis.Evidence;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Message;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.diagnosis.Incident.Affected;
import dev.kuberounds.diagnosis.Incident.Link;
import java.util.List;

/** Makes incidents for tests. */
public final class Incidents {

  private Incidents() {}

  /** A crash loop of a container, with a message of the kubelet and the Service it breaks. */
  public static Incident crashLoop(
      String namespace, String deployment, String container, String text) {
    ObjectRef owner = new ObjectRef("apps", "Deployment", namespace, deployment);
    ObjectRef pod = new ObjectRef("", "Pod", namespace, deployment + "-7d9f8b6c5-x2x4z");
    ObjectRef service = new ObjectRef("", "Service", namespace, deployment);
    Finding crash =
        new Finding(
            "c0ffee" + deployment,
            "crash-looping-container",
            Severity.HIGH,
            Category.AVAILABILITY,
            pod,
            owner,
            container,
            Message.message(
                "Container {} restarted {} times and ends with {}",
                Argument.name("container", container),
                Argument.number(57),
                Argument.word("CrashLoopBackOff")),
            List.of(
                new Evidence("status.containerStatuses[0].restartCount", Argument.number(57)),
                new Evidence(
                    "status.containerStatuses[0].lastState.terminated.exitCode",
                    Argument.number(1)),
                new Evidence("event", Argument.text(text))),
            List.of(pod),
            List.of());
    Finding dead =
        new Finding(
            "facade" + deployment,
            "service-without-ready-endpoints",
            Severity.HIGH,
            Category.NETWORKING,
            service,
            service,
            null,
            Message.message(
                "Service {} has no ready endpoint", Argument.name("service", deployment)),
            List.of(
                new Evidence("Deployment/" + deployment + ": spec.replicas", Argument.number(3))),
            List.of(service),
            List.of(owner));
    return new Incident(
        "i-" + deployment,
        crash.message().text(),
        Severity.HIGH,
        List.of(crash, dead),
        List.of(new Link(dead.fingerprint(), "selects", crash.fingerprint())),
        new Affected(2, 1, 1));
  }

  /** An incident of one finding whose only evidence is a text. */
  public static Incident saying(String text) {
    return of(new Evidence("event", Argument.text(text)));
  }

  /** An incident of one finding of the Node {@code worker-a1} with this evidence. */
  public static Incident of(Evidence... evidence) {
    ObjectRef node = new ObjectRef("", "Node", null, "worker-a1");
    Finding finding =
        new Finding(
            "abc123",
            "node-not-ready",
            Severity.CRITICAL,
            Category.AVAILABILITY,
            node,
            node,
            null,
            Message.message("Node {} is not ready", Argument.name("node", "worker-a1")),
            List.of(evidence),
            List.of(node),
            List.of());
    return new Incident(
        "i-abc123",
        finding.message().text(),
        Severity.CRITICAL,
        List.of(finding),
        List.of(),
        new Affected(1, 1, 0));
  }

  /** Identifiers by type and name, in turn. */
  public static Identifiers identifiers(String... typesAndNames) {
    Identifiers.Builder builder = new Identifiers.Builder();
    for (int i = 0; i < typesAndNames.length; i += 2) {
      builder.add(typesAndNames[i], typesAndNames[i + 1]);
    }
    return builder.build();
  }
}
