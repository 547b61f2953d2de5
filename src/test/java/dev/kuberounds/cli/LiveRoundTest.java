package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A round over a real API server with namespaces in which known things are wrong. */
@EnabledIfEnvironmentVariable(named = "KUBE_ROUNDS_TEST_KUBECONFIG", matches = ".+")
class LiveRoundTest {

  private static final String KUBECONFIG = System.getenv("KUBE_ROUNDS_TEST_KUBECONFIG");

  // the namespace is named after what is wrong in it
  private static final Set<String> EXPECTED =
      Set.of(
          "chain-database storage-class-missing StatefulSet/postgres",
          "crashloop-exit1 crash-looping-container Deployment/payments-api",
          "crashloop-exit127 container-start-failing Deployment/web",
          "crashloop-oom container-out-of-memory Deployment/report-generator",
          "crashloop-oom container-out-of-memory Deployment/thumbnailer",
          "create-error container-start-failing Deployment/batch",
          "image-not-found image-not-found Deployment/cart",
          "image-not-found image-not-found Deployment/promo",
          "image-unauthorized image-pull-unauthorized Deployment/ledger",
          "ingress-broken ingress-backend-missing Ingress/shop",
          "job-failed job-failed Job/migrate",
          "job-failed job-failed Job/reindex",
          "missing-configmap missing-configmap Deployment/invoices",
          "missing-configmap missing-configmap Deployment/orders",
          "missing-secret-volume missing-secret Deployment/gateway",
          "pending-cpu insufficient-cpu Deployment/simulation",
          "pending-memory insufficient-memory Deployment/warehouse",
          "pending-selector node-selector-mismatch Deployment/cache",
          "pvc-missing-class storage-class-missing PersistentVolumeClaim/catalog-data",
          "quota-exceeded quota-blocks-pods Deployment/api",
          "service-no-endpoints service-without-ready-endpoints Service/tax",
          "service-selector service-selector-mismatch Service/storefront");

  @TempDir private Path folder;

  @Test
  void everyKnownTroubleIsFoundAtItsObjectWithOneListForEachKind() {
    Captured result =
        Captured.run(Rounds.live(Path.of(KUBECONFIG), folder, "--cluster-id", "live"));
    assertThat(result.code()).as(result.err()).isZero();
    ObjectNode report = Rounds.report(folder, "live");
    Set<String> found = new TreeSet<>();
    Set<String> namespaces = new TreeSet<>();
    for (JsonNode finding : report.path("findings")) {
      JsonNode owner = finding.path("owner");
      namespaces.add(finding.at("/object/namespace").asText(""));
      found.add(
          "%s %s %s/%s"
              .formatted(
                  finding.at("/object/namespace").asText(),
                  finding.path("rule").asText(),
                  owner.path("kind").asText(),
                  owner.path("name").asText()));
    }
    assertThat(found).containsAll(EXPECTED);
    assertThat(namespaces).doesNotContain("healthy", "default", "kube-system", "kube-public");
    // fewer than 500 objects of each kind: one page each, and at most 15 requests beside
    assertThat(report.at("/stats/kubernetes/requests").asInt())
        .isLessThanOrEqualTo(report.at("/coverage/listings").size() + 15);
    assertThat(report.at("/coverage/ratio").asDouble()).isEqualTo(1.0);
  }
}
