package dev.kuberounds.anonymization.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

  private final TextScanner scanner = new TextScanner(List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dial tcp 10.96.0.1:443: refused | dial tcp <ip>:443: refused
          listen [fe80::1%eth0]:80 | listen [<ip>]:80
          from 2001:db8:0:0:0:0:2:1 | from <ip>
          mail jane.doe@acme.example now | mail <email> now
          Get "http://10.0.0.5:8080/healthz": EOF | Get "http://<ip>:8080/healthz": EOF
          http://redis.shop.svc:6379/ | http://<service>.<namespace>.svc:6379/
          lookup pg.shop.svc.cluster.local on 10.96.0.10:53 | lookup <service>.<namespace>.svc.cluster.local on <ip>:53
          lookup pgmain: no such host | lookup <host>: no such host
          https://u:p4ss@db.acme.example/orders?x=1, then | https://<token>@<host>/<path>, then
          https://git.acme.example. | https://<host>.
          mongodb://a1:27017,b2:27017/till | mongodb://<host>:27017/<path>
          at db.acme.example:5432 | at <host>:5432
          com.acme.shop.Checkout failed | <host> failed
          uid 6f1c2d3e-0000-4000-8000-00000000abcd | uid <uid>
          arn:aws:iam::123456789012:role/shop denied | <cloud> denied
          projects/acme-prod/zones/eu-1 | <cloud>
          node ip-10-0-3-17 lost | node <host> lost
          eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | <token>
          key AKIAIOSFODNN7EXAMPLE leaked | key <token> leaked
          ghp_16C7e42F292c6912E7710c838347Ae178B4a | <token>
          PASSWORD=hunter2, x | PASSWORD=<token>, x
          api_key: "abc123def" | api_key: "<token>"
          Authorization: Bearer abcdefghijk | Authorization: Bearer <token>
          open /home/jane/.kube/config | open /home/<user>/.kube/config
          for user "till_rw" | for user "<user>"
          sha 9f86d081884c7d659a2feaa0c55ad015 | sha <token>
          aGVsbG8gd29ybGQgMTIzNDU2Nzg5MEFCQ0RFRg== | <token>
          mac 0a:58:0a:f4:00:0c | mac <mac>
          """)
  void whatMayNotLeaveIsFound(String text, String expected) {
    assertThat(scanner.replace(text, span -> "<" + span.type() + ">")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Back-off 2m40s restarting failed container",
        "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available",
        "spec.template.spec.containers[0].image is missing in spec.app",
        "java.lang.OutOfMemoryError: Java heap space at org.springframework.boot.loader.Main",
        "main.go:42 config.yaml lib/main.rs at 12:34:56 on 2026-11-23T04:00:00Z",
        "app.kubernetes.io/name from registry.k8s.io with v1.34.2 and 1.5Gi",
        "listen tcp 0.0.0.0:8080: bind: address already in use on [::]:80 and 127.0.0.1",
        "http://localhost:8080/metrics FailedCreatePodSandBox NetworkPluginNotReady",
        "secret \"x\" not found, token: expired, password authentication failed"
      })
  void theLanguageOfKubernetesStays(String text) {
    assertThat(scanner.replace(text, span -> "<" + span.type() + ">")).isEqualTo(text);
  }

  @Test
  void aKeyBlockIsFoundAlsoWhenItIsCutOff() {
    String block = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAAAA\n";

    assertThat(scanner.replace("key: " + block + "-----END RSA PRIVATE KEY----- ok", s -> "#"))
        .isEqualTo("key: # ok");
    assertThat(scanner.replace("key: " + block, s -> "#")).isEqualTo("key: #");
  }

  @Test
  void whatWasReplacedIsNotFoundAgain() {
    String marker = String.valueOf(Patterns.ALIAS);

    assertThat(
            Patterns.find(
                "password=X http://X:80/healthz https://X/X https://ghcr.io/X: lookup X: no for user \"X\" X.X.svc /home/X/y"
                    .replace("X", marker)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        "::",
        "a.",
        "a",
        "-",
        "eyJ-",
        "a://",
        "token=",
        "x@",
        "\"user=",
        "-----BEGIN A-----",
        "lookup ",
        "0:",
        "1.1.1.",
        "projects/",
        "a:",
        "/home/",
        "0a",
        "\\",
        "ip-1-1-",
        "x@a.b.",
        "a@"
      })
  @Timeout(30)
  void hostileTextsTakeNoTime(String piece) {
    String text = piece.repeat(4_000 / piece.length());

    String replaced = scanner.replace(text, span -> String.valueOf(Patterns.ALIAS));

    assertThat(Patterns.find(replaced)).isEmpty();
  }
}
