package dev.kuberounds.cluster.read;

import dev.kuberounds.cluster.Listing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.Objects;

/** The order in which an API server returns a list: by the bytes of {@code namespace/name}. */
public final class KeyOrder {

  /** With the slash that follows it in the key, {@code a-b} comes before {@code a}. */
  public static final Comparator<String> NAMESPACES =
      Comparator.comparing(namespace -> namespace + "/");

  public static final Comparator<HasMetadata> OBJECTS = Comparator.comparing(KeyOrder::key);

  /** By kind, then the line of the whole cluster, then its namespaces. */
  public static final Comparator<Listing> LISTINGS =
      Comparator.comparing((Listing listing) -> listing.kind().name())
          .thenComparing(listing -> listing.kind().group())
          .thenComparing(
              listing -> Objects.requireNonNullElse(listing.namespace(), ""), NAMESPACES);

  private KeyOrder() {}

  public static String key(HasMetadata object) {
    return namespace(object) + "/" + object.getMetadata().getName();
  }

  /** Empty for cluster-scoped objects. */
  public static String namespace(HasMetadata object) {
    return Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
  }
}
