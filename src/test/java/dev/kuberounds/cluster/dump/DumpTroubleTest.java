package dev.kuberounds.cluster.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kuberounds.cluster.ClusterConfigurationException;
import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Reading;
import dev.kuberounds.cluster.Scope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTroubleTest {

  private static final List<Class<? extends HasMetadata>> MODELS =
      List.of(Pod.class, Deployment.class, Ingress.class);

  @TempDir private Path folder;

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("dump"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading read(String text) {
    return Reading.of(ClusterSources.dump(write(text), "shop", Scope.ALL, MODELS));
  }

  @Test
  void anObjectOfAnOldVersionThatDoesNotFitIsNamedAndNotReadAsEmpty() {
    Reading reading =
        read(
            """
            {"kind": "Ingress", "apiVersion": "extensions/v1beta1", "metadata": {"namespace": "a", "name": "site"},
             "spec": {"backend": {"serviceName": "web", "servicePort": 80}}}
            {"kind": "Deployment", "apiVersion": "extensions/v1beta1", "metadata": {"namespace": "a", "name": "web"},
             "spec": {"replicas": 2}}
            """);
    assertThat(reading.ledger(Ingress.class))
        .containsExactly(
            "* failed 0 1 of 1 objects not readable: Ingress a/site (extensions/v1beta1):"
                + " Unrecognized field \"backend\"");
    assertThat(reading.namespace("a").outcome(Ingress.class)).isInstanceOf(Outcome.Failed.class);
    Deployment deployment = reading.namespace("a").all(Deployment.class).getFirst();
    assertThat(deployment.getApiVersion()).isEqualTo("apps/v1");
  }

  @Test
  void aKindOfWhichSomeObjectsAreReadableIsTruncated() {
    Reading reading =
        read(
            """
            {"kind": "PodList", "apiVersion": "v1", "items": [
              {"metadata": {"namespace": "a", "name": "1"}}, {"metadata": {"namespace": "a"}}]}
            """);
    assertThat(reading.paths(Pod.class)).containsExactly("a/1");
    assertThat(reading.ledger(Pod.class))
        .containsExactly(
            "* truncated 1 1 of 2 objects not readable: Pod a/without name (v1): the object has no"
                + " name");
  }

  @Test
  void aNamespaceThatIsNotInTheDumpIsRefused() {
    Path file =
        write(
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"namespace\":\"a\",\"name\":\"1\"}}");
    Scope scope = new Scope(List.of("b"), List.of(), "");
    assertThatThrownBy(() -> ClusterSources.dump(file, "shop", scope, MODELS))
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessage("namespace 'b' does not exist in cluster 'shop'");
  }

  private void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> ClusterSources.dump(file, "shop", Scope.ALL, MODELS))
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessageStartingWith("cannot read dump '" + file + "': ")
        .hasMessageContaining(words)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aFileThatIsNoDumpIsRefusedInOneLine() throws IOException {
    assertRefused(folder.resolve("nowhere"), "no such file");
    assertRefused(folder, "it is a folder; name a file");
    assertRefused(write(""), "it holds no Kubernetes object");
    assertRefused(write("image: {tag: latest}"), "it holds no Kubernetes object");
    assertRefused(write("hello, world"), "line 1: neither an object nor a list");
    assertRefused(write("{\"kind\": \"PodList\", \"items\": [{\"metadata\": {"), "line 1, column");
    assertRefused(write("a: b\n  c: - d"), "line 2, column");
    assertRefused(write("kind: Pod\nmetadata: *nowhere"), "unknown alias *nowhere");
    Path binary = folder.resolve("binary");
    Files.write(binary, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
    assertRefused(binary, "Unsupported compression method");
  }

  @Test
  void aliasesThatExplodeAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertRefused(write(bomb.toString()), "aliases repeat more than");
  }
}
