package dev.kuberounds.analysis.rules.images;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.word;

import dev.kuberounds.analysis.Problem;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Secrets a pod pulls with; those of its ServiceAccount are among them since its admission.
 *
 * @param names as in the pod's spec
 * @param namespace where they are
 */
record PullSecrets(List<String> names, NamespaceSnapshot namespace) {

  private static final Set<String> TYPES =
      Set.of("kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg");

  static PullSecrets of(Pod pod, NamespaceSnapshot namespace) {
    return new PullSecrets(
        pod.getSpec().getImagePullSecrets().stream()
            .map(LocalObjectReference::getName)
            .filter(name -> name != null && !name.isEmpty())
            .toList(),
        namespace);
  }

  boolean none() {
    return names.isEmpty();
  }

  /** True if one is known to exist and nothing speaks against its type. */
  boolean usable() {
    return names.stream().anyMatch(name -> secret(name).isPresent() && wrongType(name).isEmpty());
  }

  /** Adds the Secrets, and what is wrong with them as far as it is known. */
  Problem tell(Problem problem) {
    Problem told = problem;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      told =
          told.evidence("spec.imagePullSecrets[" + i + "].name", name("Secret", name))
              .refersTo(ObjectRef.of(Secret.class, namespace.name(), name));
      if (namespace.listed(Secret.class) && secret(name).isEmpty()) {
        told = told.evidence("Secret/" + name, word("does not exist"));
      }
      Optional<String> type = wrongType(name);
      if (type.isPresent()) {
        told = told.evidence("Secret/" + name + ": type", word(type.get()));
      }
    }
    return told;
  }

  /** The type if it cannot hold registry credentials; a list of metadata alone has no types. */
  private Optional<String> wrongType(String name) {
    return secret(name).map(Secret::getType).filter(type -> !TYPES.contains(type));
  }

  private Optional<Secret> secret(String name) {
    return namespace.find(Secret.class, name);
  }
}
