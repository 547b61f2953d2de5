package dev.kuberounds.cluster.live;

import java.util.List;

/**
 * Where to try to list a kind that may not be listed in the whole cluster.
 *
 * @param names namespaces in scope
 * @param all false if there may be more namespaces, whose names we may not know
 */
record Candidates(List<String> names, boolean all) {

  /** How a kind is read that is forbidden in the whole cluster. */
  String limit(int allowed) {
    if (all) {
      return "may be read in %d of %d namespaces".formatted(allowed, names.size());
    }
    return names.isEmpty()
        ? "namespaces may not be listed either; name them with --namespace"
        : "namespaces may not be listed either, so only '%s' was tried; name others with --namespace"
            .formatted(String.join("', '", names));
  }
}
