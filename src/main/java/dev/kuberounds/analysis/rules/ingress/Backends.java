package dev.kuberounds.analysis.rules.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every place of an Ingress that names where traffic goes. */
final class Backends {

  private Backends() {}

  /**
   * One such place.
   *
   * @param field where it stands in the Ingress
   * @param url path of the requests it takes; empty for the default backend
   * @param target the Service or other object
   */
  record Backend(String field, String url, IngressBackend target) {}

  /** All of them, the default backend first. */
  static List<Backend> of(Ingress ingress) {
    IngressSpec spec = Objects.requireNonNullElseGet(ingress.getSpec(), IngressSpec::new);
    List<IngressRule> rules = orEmpty(spec.getRules());
    return Stream.concat(
            backend("spec.defaultBackend", "", spec.getDefaultBackend()),
            IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> of("spec.rules[" + i + "].http.paths", rules.get(i))))
        .toList();
  }

  private static Stream<Backend> of(String field, IngressRule rule) {
    List<HTTPIngressPath> paths =
        rule.getHttp() == null ? List.of() : orEmpty(rule.getHttp().getPaths());
    return IntStream.range(0, paths.size())
        .boxed()
        .flatMap(i ->
            backend(
                field + "[" + i + "].backend",
                Objects.requireNonNullElse(paths.get(i).getPath(), ""),
                paths.get(i).getBackend()));
  }

  private static Stream<Backend> backend(
      String field, String url, @Nullable IngressBackend target) {
    return Optional.ofNullable(target).map(found -> new Backend(field, url, found)).stream();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
