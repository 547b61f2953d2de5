package dev.kuberounds.report;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.report.Report.Listing;
import dev.kuberounds.report.Report.RuleRun;
import java.util.ArrayList;
import java.util.List;

/** What was looked at in that night, and what was not. */
final class CoverageFixture {

  private CoverageFixture() {}

  static Report.Coverage coverage() {
    List<Listing> listings = new ArrayList<>();
    Object[][] listed = {
      {"v1", "Pod", 1_204},
      {"v1", "Service", 318},
      {"v1", "Node", 14},
      {"v1", "Namespace", 23},
      {"v1", "ConfigMap", 611},
      {"v1", "PersistentVolumeClaim", 97},
      {"v1", "Event", 402},
      {"apps/v1", "Deployment", 287},
      {"apps/v1", "StatefulSet", 31},
      {"batch/v1", "Job", 164},
      {"batch/v1", "CronJob", 22},
      {"networking.k8s.io/v1", "Ingress", 58},
      {"storage.k8s.io/v1", "StorageClass", 4}
    };
    for (Object[] row : listed) {
      listings.add(
          new Listing(
              (String) row[0],
              (String) row[1],
              null,
              "listed",
              (int) row[2],
              null,
              List.of(),
              null));
    }
    for (String namespace : List.of("shop", "payments", "search")) {
      listings.add(new Listing("v1", "Secret", namespace, "listed", 40, null, List.of(), null));
    }
    for (String namespace : List.of("vault", "sandbox")) {
      listings.add(
          new Listing(
              "v1",
              "Secret",
              namespace,
              "denied",
              0,
              "403: secrets is forbidden",
              List.of("missing-secret"),
              "list on secrets"));
    }
    listings.add(
        new Listing(
            "coordination.k8s.io/v1",
            "Lease",
            null,
            "denied",
            0,
            "403: leases is forbidden",
            List.of("node-not-ready"),
            "list on leases"));
    listings.add(
        new Listing(
            "discovery.k8s.io/v1",
            "EndpointSlice",
            null,
            "truncated",
            900,
            "the list token expired after page 2",
            List.of("service-without-ready-endpoints"),
            null));
    listings.add(
        new Listing(
            "gateway.networking.k8s.io/v1",
            "HTTPRoute",
            null,
            "absent",
            0,
            "the cluster does not serve it",
            List.of(),
            null));
    return new Report.Coverage(
        0.974,
        listings,
        List.of(
            new RuleRun(
                "missing-secret",
                "ran",
                "not in 2 of 23 namespaces (sandbox, vault): Secret could not be listed",
                287,
                2),
            new RuleRun("crash-looping-container", "ran", null, 1_204, 1),
            new RuleRun("image-not-found", "ran", null, 1_204, 1),
            new RuleRun("node-not-ready", "ran", null, 14, 1),
            new RuleRun("quota-blocks-pods", "ran", null, 318, 1),
            new RuleRun("job-failed", "ran", null, 164, 0),
            new RuleRun("storage-class-missing", "ran", null, 97, 0),
            new RuleRun(
                "service-without-ready-endpoints",
                "skipped",
                "EndpointSlice could not be listed completely",
                0,
                0),
            new RuleRun("privileged-container", "disabled", "not selected", 0, 0)));
  }

  static List<Report.Rule> rules() {
    return List.of(
        rule("missing-secret", "Secret or key is missing", Severity.HIGH, "configuration"),
        rule(
            "crash-looping-container", "Container is crash looping", Severity.HIGH, "availability"),
        rule("image-not-found", "Image is not found", Severity.HIGH, "availability"),
        rule("node-not-ready", "Node is not ready", Severity.HIGH, "availability"),
        rule("quota-blocks-pods", "Quota blocks pods", Severity.MEDIUM, "capacity"),
        rule("job-failed", "Job has failed", Severity.MEDIUM, "availability"),
        rule("storage-class-missing", "Storage class does not exist", Severity.HIGH, "storage"),
        rule(
            "service-without-ready-endpoints",
            "Service has no ready endpoints",
            Severity.HIGH,
            "networking"));
  }

  private static Report.Rule rule(String id, String title, Severity severity, String category) {
    return new Report.Rule(id, title, severity, category, List.of());
  }
}
