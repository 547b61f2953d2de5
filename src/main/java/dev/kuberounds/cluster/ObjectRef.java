package dev.kuberounds.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Names one object of the cluster, whether it exists or not.
 *
 * @param group API group, empty for the core group
 * @param kind such as {@code Pod}
 * @param namespace null for cluster-scoped objects
 * @param name name of the object
 */
public record ObjectRef(String group, String kind, @Nullable String namespace, String name)
    implements Comparable<ObjectRef> {

  private static final Comparator<ObjectRef> ORDER =
      Comparator.comparing((ObjectRef ref) -> ref.namespace == null ? "" : ref.namespace)
          .thenComparing(ObjectRef::kind)
          .thenComparing(ObjectRef::name)
          .thenComparing(ObjectRef::group);

  public static ObjectRef of(HasMetadata object) {
    return new ObjectRef(
        group(object.getApiVersion()),
        object.getKind(),
        object.getMetadata().getNamespace(),
        object.getMetadata().getName());
  }

  /** The object of the given kind and name; its namespace is dropped if the kind has none. */
  public static ObjectRef of(
      Class<? extends HasMetadata> model, @Nullable String namespace, String name) {
    Kind kind = Kind.of(model);
    return new ObjectRef(kind.group(), kind.name(), kind.namespaced() ? namespace : null, name);
  }

  /** The object an owner reference of an object in the given namespace points to. */
  public static ObjectRef of(OwnerReference owner, @Nullable String namespace) {
    String scope = owner.getKind().equals("Node") ? null : namespace;
    return new ObjectRef(group(owner.getApiVersion()), owner.getKind(), scope, owner.getName());
  }

  /** {@code name} or {@code namespace/name}. */
  public String path() {
    return namespace == null ? name : namespace + "/" + name;
  }

  @Override
  public int compareTo(ObjectRef other) {
    return ORDER.compare(this, other);
  }

  /** {@code Kind name} or {@code Kind namespace/name}, as a person would write it. */
  @Override
  public String toString() {
    return kind + " " + path();
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
