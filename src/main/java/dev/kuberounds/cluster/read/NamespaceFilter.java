package dev.kuberounds.cluster.read;

import dev.kuberounds.cluster.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The namespaces of a scope. */
public final class NamespaceFilter implements Predicate<String> {

  private final Set<String> only;
  private final List<Pattern> excluded;

  public NamespaceFilter(Scope scope) {
    this.only = Set.copyOf(scope.namespaces());
    this.excluded = scope.excludedNamespaces().stream().map(NamespaceFilter::pattern).toList();
  }

  @Override
  public boolean test(String namespace) {
    return (only.isEmpty() || only.contains(namespace))
        && excluded.stream().noneMatch(glob -> glob.matcher(namespace).matches());
  }

  private static Pattern pattern(String glob) {
    String quoted = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(quoted);
  }
}
