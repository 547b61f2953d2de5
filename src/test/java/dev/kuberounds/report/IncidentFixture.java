package dev.kuberounds.report;

import static dev.kuberounds.report.FindingBuilder.finding;
import static dev.kuberounds.report.FindingBuilder.object;
import static dev.kuberounds.report.IncidentBuilder.incident;
import static dev.kuberounds.report.ReportFixture.HOSTILE;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.report.ReportedFinding.Part;
import dev.kuberounds.report.ReportedIncident.Command;
import dev.kuberounds.report.ReportedIncident.Explanation;
import java.time.Instant;
import java.util.List;

/** Six incidents: explained, unexplained, by page only, back again, a note and a hostile one. */
final class IncidentFixture {

  private IncidentFixture() {}

  static List<IncidentBuilder> all() {
    return List.of(missingSecret(), nodeNotReady(), crashLoop(), quota(), note(), hostile());
  }

  private static IncidentBuilder missingSecret() {
    ObjectRef checkout = object("Deployment", "shop", "checkout");
    FindingBuilder root =
        finding("missing-secret", Severity.CRITICAL, checkout, "Secret [db-credentials] is missing")
            .evidence(
                "spec.template.spec.containers[0].envFrom[0].secretRef.name", "db-credentials")
            .evidence(
                "Secret/db-credentials", "not among 14 Secrets of the namespace; near: db-creds");
    FindingBuilder down =
        finding(
                "workload-unavailable",
                Severity.HIGH,
                checkout,
                "None of #6# replicas is available")
            .evidence("status.conditions[Available].message", "does not have minimum availability");
    FindingBuilder service =
        finding(
            "service-without-ready-endpoints",
            Severity.HIGH,
            object("Service", "shop", "checkout"),
            "None of #6# endpoints is ready");
    FindingBuilder ingress =
        finding(
            "ingress-backend-missing",
            Severity.HIGH,
            object("Ingress", "shop", "shop"),
            "Backend [checkout] has no ready endpoints");
    return incident(root)
        .causes(root, "mounts", down)
        .causes(down, "selects", service)
        .causes(service, "routes to", ingress)
        .affects(12, 3, 1)
        .explained(explanation())
        .due("2026-11-23T18:00:04Z");
  }

  private static IncidentBuilder nodeNotReady() {
    FindingBuilder root =
        finding(
                "node-not-ready",
                Severity.CRITICAL,
                object("Node", null, "worker-7"),
                "Node has been unready for #3 d 2 h#")
            .seen(Status.UNCHANGED, 4)
            .evidence("status.conditions[Ready].reason", "NodeStatusUnknown")
            .evidence("status.conditions[Ready].message", "Kubelet stopped posting node status.");
    FindingBuilder cart =
        finding(
                "workload-degraded",
                Severity.MEDIUM,
                object("StatefulSet", "shop", "cart"),
                "#1# of #3# replicas is not ready")
            .seen(Status.UNCHANGED, 3);
    FindingBuilder indexer =
        finding(
                "workload-degraded",
                Severity.MEDIUM,
                object("Deployment", "search", "indexer"),
                "#2# of #4# replicas are not ready")
            .seen(Status.CHANGED, 4);
    return incident(root)
        .causes(root, "runs on", cart)
        .causes(root, "runs on", indexer)
        .affects(9, 2, 2)
        .explained(Explanation.unexplained("the AI server answered 503 three times"))
        .due("2026-11-20T18:00:03Z")
        .unknown("Lease", null, "denied");
  }

  private static IncidentBuilder crashLoop() {
    return incident(
            finding(
                    "crash-looping-container",
                    Severity.HIGH,
                    object("Deployment", "payments", "ledger"),
                    "Container [ledger] is crash looping with exit code #78#")
                .at(object("Pod", "payments", "ledger-6c9f7d5b8-x2k4q"))
                .container("ledger")
                .evidence(
                    "status.containerStatuses[0].lastState.terminated.message",
                    "config: cannot parse ledger.yaml\n  line 14: mapping values not allowed here")
                .evidence("status.containerStatuses[0].restartCount", "27"))
        .affects(3, 1, 1)
        .due("2026-11-29T18:00:04Z")
        .unknown("Secret", "vault", "denied");
  }

  private static IncidentBuilder quota() {
    return incident(
            finding(
                    "quota-blocks-pods",
                    Severity.MEDIUM,
                    object("Deployment", "reports", "renderer"),
                    "Quota [compute] leaves no room for #2# pods")
                .seen(Status.REGRESSED, 9)
                .evidence("event", "exceeded quota: compute, requested: limits.memory=2Gi"))
        .due("2026-11-29T18:00:04Z");
  }

  private static IncidentBuilder note() {
    return incident(
        finding(
                "suspended-cronjob",
                Severity.INFO,
                object("CronJob", "reports", "monthly"),
                "CronJob is suspended")
            .seen(Status.UNCHANGED, 30));
  }

  private static IncidentBuilder hostile() {
    return incident(
            finding(
                    "image-not-found",
                    Severity.HIGH,
                    object("Deployment", "sandbox", HOSTILE),
                    new Part("text", "Image "),
                    new Part("name", HOSTILE),
                    new Part("text", " is not found " + HOSTILE))
                .seen(Status.UNCHANGED, 2)
                .container(HOSTILE)
                .evidence(HOSTILE, HOSTILE))
        .explained(hostileExplanation())
        .due("2026-11-28T18:00:03Z")
        .unknown(HOSTILE, HOSTILE, "failed");
  }

  private static Explanation explanation() {
    return new Explanation(
        "cached",
        null,
        "qwen3-32b",
        "en",
        "The pod template of `checkout` takes its environment from the Secret **db-credentials**,"
            + " which does not exist. A Secret with a near name, `db-creds`, does.",
        List.of(
            "Compare the name in the Deployment with the name your pipeline creates; see"
                + " [Secrets](https://kubernetes.io/docs/concepts/configuration/secret/).",
            "Correct whichever is wrong and roll out. The pods then start by themselves."),
        List.of(
            new Command("kubectl -n shop create secret generic db-credentials", true),
            new Command("kubectl -n shop get secret db-creds -o name", false)),
        "high",
        "b1946ac92492d2347c6235b4d2611184",
        "2",
        Instant.parse("2026-11-21T18:00:58Z"),
        List.of("e1", "e2"));
  }

  private static Explanation hostileExplanation() {
    String cause =
        HOSTILE
            + "\n\n# Heading\n\n![i](https://evil.example/i.png) <b onclick=x>bold</b>"
            + " [ok](https://kubernetes.io/docs/) [bad](https://evil.example/)"
            + " <https://evil.example/> [ref]\n\n[ref]: javascript:alert(1)\n\n```js\nx\n```\n";
    return new Explanation(
        "explained",
        null,
        HOSTILE,
        "en",
        cause,
        List.of(HOSTILE, "1. nested\n\n| a | b |\n| --- | --- |\n| " + HOSTILE + " | c |"),
        List.of(new Command(HOSTILE, true), new Command(HOSTILE, false)),
        "low",
        HOSTILE,
        "1",
        ReportFixture.NOW,
        List.of("e1"));
  }
}
