package dev.kuberounds.cluster;

import java.util.List;

/**
 * Which part of a cluster is inspected. Empty lists and texts restrict nothing.
 *
 * @param namespaces names of the only namespaces to read
 * @param excludedNamespaces globs ({@code *}, {@code ?}) of namespaces to leave out
 * @param selector label selector of the objects to judge, in kubectl's syntax
 */
public record Scope(List<String> namespaces, List<String> excludedNamespaces, String selector) {

  public static final Scope ALL = new Scope(List.of(), List.of(), "");

  public boolean restricted() {
    return !equals(ALL);
  }
}
