package dev.kuberounds.analysis.rules.services;

import dev.kuberounds.analysis.view.Services;
import dev.kuberounds.analysis.view.Workload;
import dev.kuberounds.analysis.view.Workloads;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who in a namespace uses its Services: by reference, or by an address in a pod template. */
final class Callers {

  private static final String NAME = "[a-z0-9][-a-z0-9.]*";
  // in a URL, before a port, or a whole value or item of a list
  private static final Pattern HOST =
      Pattern.compile(
          "(?<=//|@)%1$s|(?<![-.a-z0-9])%1$s(?=:\\d)|(?<=^|[=,;])%1$s(?=[/,;]|$)".formatted(NAME));

  private final Set<String> hosts = new HashSet<>();

  private Callers(NamespaceSnapshot namespace) {
    for (Workload workload : Workloads.of(namespace)) {
      texts(workload.spec())
          .flatMap(text -> HOST.matcher(text).results().map(MatchResult::group))
          .forEach(hosts::add);
    }
    for (StatefulSet set : namespace.all(StatefulSet.class)) {
      if (set.getSpec() != null && set.getSpec().getServiceName() != null) {
        hosts.add(set.getSpec().getServiceName());
      }
    }
  }

  /** True if an Ingress, a StatefulSet or the address in a template names the Service. */
  static boolean any(NamespaceSnapshot namespace, Service service) {
    String name = service.getMetadata().getName();
    String qualified = name + "." + namespace.name();
    Callers callers = namespace.inventory().derive(Callers.class, () -> new Callers(namespace));
    return !Services.routes(namespace, service).isEmpty()
        || callers.hosts.contains(name)
        || callers.hosts.contains(qualified)
        || callers.hosts.stream().anyMatch(host -> (host + ".").startsWith(qualified + ".svc."));
  }

  private static Stream<String> texts(PodSpec spec) {
    return Stream.of(spec.getInitContainers(), spec.getContainers())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .flatMap(Callers::texts)
        .filter(Objects::nonNull);
  }

  private static Stream<String> texts(Container container) {
    return Stream.of(
            container.getEnv().stream().map(EnvVar::getValue),
            container.getCommand().stream(),
            container.getArgs().stream())
        .flatMap(texts -> texts);
  }
}
