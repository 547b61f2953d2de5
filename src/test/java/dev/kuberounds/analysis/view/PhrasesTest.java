package dev.kuberounds.analysis.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.view.text.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of kubelets, runtimes and registries find the class they belong to. */
class PhrasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          start | command not found | exec: "cartd": executable file not found in $PATH: unknown
          start | command not found | executable file `cartd` not found in $PATH: No such file or directory
          start | command not found | exec: "/srv/cartd": stat /srv/cartd: no such file or directory: unknown
          start | not executable | exec: "/srv/cartd": permission denied: unknown
          start | working directory | chdir to cwd ("/srv") set in config.json failed: no such file or directory: unknown
          start | mount | failed to generate spec: failed to stat "/data/in": stat /data/in: no such file or directory
          start | wrong architecture | exec /srv/cartd: exec format error
          start | root refused | container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root
          start | missing ConfigMap | couldn't find key LEVEL in ConfigMap shop/cart
          image | not found | reading manifest 8 in quay.io/shop/cart: manifest unknown
          image | not found | failed to resolve reference "r.example/cart:8": r.example/cart:8: not found
          image | not found | manifest for r.example/cart:8 not found: manifest unknown: manifest unknown
          image | not found | unexpected status from HEAD request to https://r.example/v2/cart/manifests/8: 404 Not Found
          image | wrong architecture | no match for platform in manifest: not found
          image | not found or unauthorized | pull access denied for cart, repository does not exist or may require 'docker login'
          image | not found or unauthorized | denied: Permission "downloadArtifacts" denied on resource "shop" (or it may not exist)
          image | unauthorized | unexpected status code 401 UNAUTHORIZED
          image | unauthorized | requested access to the resource is denied
          image | unauthorized | unauthorized: incorrect username or password
          image | rate limited | unexpected status code 429 Too Many Requests - Server message: toomanyrequests
          image | name unresolved | dial tcp: lookup r.example on 10.96.0.10:53: no such host
          image | unreachable | dial tcp 192.0.2.7:443: connect: connection refused
          image | unreachable | tls: failed to verify certificate: x509: certificate signed by unknown authority
          scheduling | other resource | Insufficient nvidia.com/gpu
          scheduling | other resource | Too many pods
          scheduling | node selector | node(s) didn't match node selector
          scheduling | condition taint | node(s) had untolerated taint {node.kubernetes.io/not-ready: }
          scheduling | taint | node(s) had taint {team: data}, that the pod didn't tolerate
          scheduling | pod affinity | node(s) didn't satisfy existing pods anti-affinity rules
          """)
  void aTextFindsItsClass(String topic, String name, String text) {
    assertThat(Phrases.classify(topic, text)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "image, Back-off pulling image \"r.example/cart:8\"",
    "start, context deadline exceeded",
    "scheduling, node(s) were in a bad mood"
  })
  void aTextNobodyWroteDownHasNoClass(String topic, String text) {
    assertThat(Phrases.classify(topic, text)).isEmpty();
  }
}
