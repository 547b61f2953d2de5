package dev.kuberounds.anonymization;

import static dev.kuberounds.anonymization.Incidents.identifiers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.Inventory;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void everyFieldThatNamesSomethingIsCollected() {
    Identifiers identifiers =
        Identifiers.of(
            namespace(
                "shop-prod",
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: checkout-7d9f8-abcde
                  namespace: shop-prod
                  labels: {team: falcons, acme.example.com/tier: gold}
                  annotations: {note: "call Jane, desk 4"}
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: checkout-7d9f8, uid: u}]
                spec:
                  nodeName: worker-a1
                  serviceAccountName: checkout-sa
                  imagePullSecrets: [{name: pull-key}]
                  nodeSelector: {zone: mars-1a}
                  containers:
                  - name: till
                    image: registry.acme.example:5000/retail/till:1.4
                    env:
                    - {name: DB, value: "jdbc:postgresql://db.acme.example:5432/till"}
                    - {name: KEY, valueFrom: {secretKeyRef: {name: till-key, key: k}}}
                    volumeMounts: [{name: receipts, mountPath: /data}]
                  volumes:
                  - {name: receipts, persistentVolumeClaim: {claimName: receipts-claim}}
                  - {name: settings, configMap: {name: till-settings}}
                """,
                """
                apiVersion: v1
                kind: Service
                metadata: {name: till-main, namespace: shop-prod}
                spec: {type: ExternalName, externalName: legacy.acme.example, selector: {app: tiller}}
                """,
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: front, namespace: shop-prod}
                spec:
                  tls: [{hosts: [pay.acme.example], secretName: pay-tls}]
                  rules: [{host: "*.acme.example", http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payd, port: {number: 80}}}}]}}]
                """));

    assertThat(identifiers.types())
        .containsEntry("shop-prod", "namespace")
        .containsEntry("checkout-7d9f8-abcde", "pod")
        .containsEntry("falcons", "value")
        .containsEntry("acme.example.com", "host")
        .containsEntry("call Jane, desk 4", "value")
        .containsEntry("checkout-7d9f8", "replicaset")
        .containsEntry("worker-a1", "node")
        .containsEntry("checkout-sa", "serviceaccount")
        .containsEntry("pull-key", "secret")
        .containsEntry("mars-1a", "value")
        .containsEntry("till", "container")
        .containsEntry("registry.acme.example:5000/retail/till:1.4", "image")
        .containsEntry("registry.acme.example:5000/retail/till", "image")
        .containsEntry("registry.acme.example", "host")
        .containsEntry("retail/till", "image")
        .containsEntry("retail", "image")
        .containsEntry("till-key", "secret")
        .containsEntry("receipts", "volume")
        .containsEntry("receipts-claim", "persistentvolumeclaim")
        .containsEntry("till-settings", "configmap")
        .containsEntry("till-main", "service")
        .containsEntry("till_main", "service")
        .containsEntry("legacy.acme.example", "host")
        .containsEntry("tiller", "value")
        .containsEntry("pay.acme.example", "host")
        .containsEntry("pay-tls", "secret")
        .containsEntry("payd", "service")
        .containsEntry("acme.example", "host")
        .containsEntry("db.acme.example", "host");
  }

  @Test
  void whatTellsNothingIsNoIdentifier() {
    Identifiers identifiers =
        identifiers(
            "value",
            "true",
            "value",
            "8080",
            "value",
            "v1beta1",
            "value",
            "1.25.3",
            "value",
            "x",
            "value",
            "--",
            "value",
            "500Mi",
            "value",
            "2026-11-23T04:00:00Z",
            "value",
            "a\nb");

    assertThat(identifiers.types()).isEmpty();
  }

  @Test
  void aLongNumberIsAnIdentifier() {
    assertThat(identifiers("value", "123456789012").types()).containsKey("123456789012");
  }

  @Test
  void aUnionHasBothAndKeepsTheTellingType() {
    Identifiers one = identifiers("value", "checkout", "pod", "a1");
    Identifiers other = identifiers("deployment", "checkout", "pod", "b2");

    assertThat(one.union(other)).isEqualTo(other.union(one));
    assertThat(one.union(other).types())
        .containsEntry("checkout", "deployment")
        .containsKeys("a1", "b2")
        .hasSize(3);
  }

  @Test
  void theTextFormIsReadAgain() {
    Identifiers identifiers =
        identifiers("value", "call Jane, desk 4", "host", "海运.example", "pod", "a1", "pod", "b2");

    assertThat(Identifiers.decode(identifiers.encode())).isEqualTo(identifiers);
    assertThat(Identifiers.decode("")).isEqualTo(Identifiers.NONE);
  }

  @Test
  void identifiersAreNeverPrinted() {
    assertThat(identifiers("pod", "checkout-1")).hasToString("Identifiers[1]");
  }

  private static NamespaceSnapshot namespace(String name, String... yaml) {
    Inventory.Builder inventory = Inventory.builder();
    Arrays.stream(yaml)
        .map(text -> (HasMetadata) Serialization.unmarshal(text))
        .forEach(object -> inventory.add(object).outcome(object.getClass(), new Outcome.Listed()));
    ClusterSnapshot cluster =
        new ClusterSnapshot(Instant.parse("2026-11-23T04:00:00Z"), Inventory.builder().build());
    return new NamespaceSnapshot(name, cluster, inventory.build());
  }
}
