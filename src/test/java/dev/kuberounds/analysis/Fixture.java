package dev.kuberounds.analysis;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.Inventory;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects of one namespace ({@code shop} unless they say otherwise) and the cluster, with the
 * expectation on top: {@code # expect: nothing}, or a line for each finding of the rule the folder
 * is named after, {@code # expect: high Deployment/cart: words of the message}. Every kind counts
 * as listed but those in {@code # denied: Secret}. Now is 2026-11-22T18:00:00Z.
 *
 * @param file where it stands: {@code rules/<rule id>/<name>.yaml}
 * @param expected the expectations, in order
 * @param denied kinds that may not be read
 * @param objects the objects
 */
record Fixture(Path file, List<String> expected, Set<String> denied, List<HasMetadata> objects) {

  static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  private static final Path ROOT = Path.of("src/test/resources/rules");
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  static List<Fixture> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().map(Fixture::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String rule() {
    return ROOT.relativize(file).getName(0).toString();
  }

  boolean silent() {
    return expected.equals(List.of("nothing"));
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }

  /** The snapshot of the cluster scope and of the only namespace, as the reader would make them. */
  NamespaceSnapshot snapshot(Collection<Class<? extends HasMetadata>> kinds) {
    Inventory.Builder cluster = Inventory.builder();
    Inventory.Builder namespace = Inventory.builder();
    for (Class<? extends HasMetadata> model : kinds) {
      Outcome outcome =
          denied.contains(Kind.of(model).name())
              ? new Outcome.Denied("403 forbidden")
              : new Outcome.Listed();
      (Kind.of(model).namespaced() ? namespace : cluster).outcome(model, outcome);
    }
    for (HasMetadata object : objects) {
      (Kind.of(object.getClass()).namespaced() ? namespace : cluster).add(object);
    }
    return new NamespaceSnapshot(
        "shop", new ClusterSnapshot(NOW, cluster.build()), namespace.build());
  }

  private static Fixture read(Path file) {
    try {
      String text = Files.readString(file);
      return new Fixture(
          file,
          header(text, "# expect: ").toList(),
          Set.copyOf(header(text, "# denied: ").toList()),
          Arrays.stream(text.split("(?m)^---\\s*$"))
              .filter(document -> document.lines().anyMatch(line -> line.startsWith("kind:")))
              .map(document -> (HasMetadata) YAML.unmarshal(document))
              .peek(Fixture::complete)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("cannot read the fixture " + file, e);
    }
  }

  private static void complete(HasMetadata object) {
    if (Kind.of(object.getClass()).namespaced() && object.getMetadata().getNamespace() == null) {
      object.getMetadata().setNamespace("shop");
    }
  }

  private static Stream<String> header(String text, String mark) {
    return text.lines().filter(line -> line.startsWith(mark)).map(l -> l.substring(mark.length()));
  }
}
