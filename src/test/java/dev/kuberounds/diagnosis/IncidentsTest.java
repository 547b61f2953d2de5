package dev.kuberounds.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kuberounds.analysis.Category;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Message;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTest {

  private static final ObjectRef CART = ObjectRef.of(Deployment.class, "shop", "cart");
  private static final ObjectRef SERVICE = ObjectRef.of(Service.class, "shop", "cart");
  private static final ObjectRef NODE = ObjectRef.of(Node.class, null, "worker-1");

  private final Finding config = finding("a", "missing-configmap", CART, Severity.HIGH);
  private final Finding workload = finding("b", "workload-unavailable", CART, Severity.HIGH);
  private final Finding service =
      finding("c", "service-without-ready-endpoints", SERVICE, Severity.HIGH);
  private final Finding node = finding("d", "node-not-ready", NODE, Severity.CRITICAL);

  @Test
  void aChainOfSymptomsIsOneIncidentWithTheLastCauseAsRoot() {
    List<Incident> incidents =
        Incidents.of(
            List.of(service, workload, config),
            List.of(edge(service, 9, workload), edge(workload, 8, config)));
    assertThat(incidents).hasSize(1);
    assertThat(incidents.getFirst().findings()).containsExactly(config, workload, service);
    assertThat(incidents.getFirst().root()).isEqualTo(config);
    assertThat(incidents.getFirst().chain())
        .extracting(Incident.Link::symptom, Incident.Link::cause)
        .containsExactly(
            tuple(workload.fingerprint(), config.fingerprint()),
            tuple(service.fingerprint(), workload.fingerprint()));
  }

  @Test
  void theNearestOfSeveralCausesCounts() {
    List<Incident> incidents =
        Incidents.of(
            List.of(workload, config, node),
            List.of(
                edge(workload, 8, config),
                new CauseEdge(workload.fingerprint(), 0, "runs on", NODE, null)));
    assertThat(incidents).extracting(Incident::root).containsExactly(node, config);
    assertThat(incidents.getFirst().findings()).containsExactly(node, workload);
  }

  @Test
  void anEdgeToAnObjectWithoutAFindingExplainsNothing() {
    List<Incident> incidents =
        Incidents.of(
            List.of(workload),
            List.of(new CauseEdge(workload.fingerprint(), 0, "runs on", NODE, null)));
    assertThat(incidents).extracting(Incident::root).containsExactly(workload);
  }

  @Test
  void causesThatExplainEachOtherEndSomewhere() {
    List<Incident> incidents =
        Incidents.of(
            List.of(workload, config),
            List.of(edge(workload, 1, config), edge(config, 2, workload)));
    assertThat(incidents).hasSize(1);
    assertThat(incidents.getFirst().root()).isEqualTo(config);
  }

  @Test
  void theWorstComesFirstAndTheTitleNamesTheOwnerOnce() {
    List<Incident> incidents = Incidents.of(List.of(service, config, node), List.of());
    assertThat(incidents).extracting(Incident::severity).startsWith(Severity.CRITICAL);
    assertThat(incidents)
        .extracting(Incident::title)
        .contains("Node worker-1: words", "Deployment shop/cart: words");
  }

  private static CauseEdge edge(Finding symptom, int preference, Finding cause) {
    return new CauseEdge(
        symptom.fingerprint(), preference, "depends on", cause.object(), cause.fingerprint());
  }

  private static Finding finding(String letter, String rule, ObjectRef object, Severity severity) {
    return new Finding(
        letter.repeat(64),
        rule,
        severity,
        Category.AVAILABILITY,
        object,
        object,
        null,
        Message.message("words"),
        List.of(),
        List.of(object),
        List.of());
  }
}
