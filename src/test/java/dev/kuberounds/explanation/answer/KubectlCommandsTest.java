package dev.kuberounds.explanation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubectlCommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl get pods",
        "kubectl -n shop describe deployment checkout",
        "kubectl --namespace=shop logs deploy/checkout -c till --previous",
        "kubectl top nodes",
        "kubectl explain pod.spec",
        "kubectl auth can-i get pods",
        "kubectl rollout status deployment/checkout",
        "kubectl rollout history deployment/checkout",
        "kubectl config view",
        "kubectl get events | grep Failed | tail -5"
      })
  void looking(String command) {
    assertThat(KubectlCommands.mutates(command)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kubectl",
        "kubectl delete pod get",
        "kubectl --foo get delete pod x",
        "kubectl -n get delete pod x",
        "kubectl rollout restart deployment/checkout",
        "kubectl auth reconcile -f x",
        "kubectl config set-context x",
        "kubectl exec checkout -- get",
        "kubectl get pods; rm -rf /",
        "kubectl get pods && kubectl delete pod x",
        "kubectl get pods | xargs kubectl delete pod",
        "kubectl get pods > /etc/passwd",
        "kubectl get pods $(kubectl delete pod x)",
        "kubectl get `rm x`",
        "kubectl get pods &",
        "kubectl get pods\nkubectl delete pod x",
        "kubectl get pod <name>",
        "kubectl cluster-info dump --output-directory=/",
        "get pods",
        "sudo kubectl get pods",
        "helm uninstall x"
      })
  void changingOrUnknown(String command) {
    assertThat(KubectlCommands.mutates(command)).isTrue();
  }
}
