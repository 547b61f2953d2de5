package dev.kuberounds.anonymization;

import static dev.kuberounds.anonymization.Incidents.identifiers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {

  private static final List<String> HOSTILE =
      List.of(
          "web",
          "app",
          "app-of-apps",
          "application",
          "till",
          "till-main",
          "till-main-0",
          "TILL",
          "pod",
          "pod-7f3a",
          "namespace-",
          "deployment-ab12",
          "cafe",
          "dead-beef",
          "7f3a",
          "$1",
          "\\E.*+?[",
          "(a|b)",
          "海运",
          "海运-服务",
          "naïve",
          "ß",
          "İstanbul",
          "x_y",
          "10.0.0.1",
          "fe80::1",
          "http://db.acme.example:80/a?b=c",
          "jane@acme.example",
          "/home/jane/x",
          "password=s3cr3t!",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.abc",
          "default",
          "CrashLoopBackOff",
          "6f1c2d3e-0000-4000-8000-00000000abcd",
          "redis.shop.svc.cluster.local",
          "v1",
          "🚀",
          "aGVsbG8gd29ybGQgMTIzNDU2Nzg5MEFCQ0RFRg==",
          "registry.acme.example/retail/till:1.4");

  private static final List<String> GLUE =
      List.of(
          " ", "-", "/", ".", ":", "\"", "'", "`", "_", ", ", "=", "@", "(", ")", "s ", "", "\n",
          "的");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final Anonymizer anonymizer = new Anonymizer(AnonymizationKey.random());

  @Test
  void whateverIsAnonymizedComesBackAndLeaksNothing() throws Exception {
    Random random = new Random(20261123);
    for (int i = 0; i < 1_000; i++) {
      List<String> names = new ArrayList<>();
      for (int n = 0; n < 8; n++) {
        names.add("pod");
        names.add(pick(HOSTILE, random) + (random.nextBoolean() ? "" : pick(HOSTILE, random)));
      }
      StringBuilder text = new StringBuilder();
      while (text.length() < 150) {
        String piece =
            random.nextBoolean() ? pick(HOSTILE, random) : names.get(1 + 2 * random.nextInt(8));
        text.append(piece).append(pick(GLUE, random));
      }
      String original = text.substring(0, Math.min(text.length(), 290)).strip();

      AnonymizedIncident anonymized =
          anonymizer.anonymize(
              Incidents.saying(original), identifiers(names.toArray(String[]::new)));

      String said = anonymized.content().findings().getFirst().evidence().getFirst().value();
      if (!said.endsWith(" ...")) { // cut
        assertThat(anonymized.restore(said).text()).isEqualTo(original);
      }
      assertThat(
              LeakCheck.of(List.of(anonymized))
                  .find(JSON.writeValueAsBytes(anonymized.content()), NOTHING))
          .as(original + " -> " + said)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart POD-HASH",
        "restart `pod-HASH`",
        "\"pod-HASH\"",
        "pod-HASH's",
        "pod-HASHs",
        "pods-HASH",
        "pod_HASH",
        "pod\u2011HASH",
        "pod\\-HASH",
        "(pod-HASH),",
        "重启pod-HASH。",
        "Pod/pod-HASH",
        "deployment-HASH"
      })
  void aliasesAreFoundHoweverTheyAreWritten(String answer) {
    AnonymizedIncident anonymized =
        anonymizer.anonymize(Incidents.saying("'till-0'"), identifiers("pod", "till-0"));
    String said = anonymized.content().findings().getFirst().evidence().getFirst().value();
    String hash = said.replaceAll("'|pod-", "");

    assertThat(anonymized.restore(answer.replace("HASH", hash)).text())
        .contains("till-0")
        .doesNotContain(hash);
  }

  @Test
  void anInventedAliasStaysAndIsReported() {
    AnonymizedIncident anonymized =
        anonymizer.anonymize(Incidents.saying("'till-0'"), identifiers("pod", "till-0"));

    AnonymizedIncident.Restored restored = anonymized.restore("delete pod-00000 of brain-dead");

    assertThat(restored.text()).isEqualTo("delete pod-00000 of brain-dead");
    assertThat(restored.unknownAliases()).containsExactly("pod-00000");
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
