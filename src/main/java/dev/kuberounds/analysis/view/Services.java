package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What several rules ask of a Service. */
public final class Services {

  private static final String SERVICE_OF_SLICE = "kubernetes.io/service-name";

  private final Map<String, List<EndpointSlice>> slices;
  private final Map<String, List<Ingress>> routes;

  private Services(NamespaceSnapshot namespace) {
    slices =
        namespace.all(EndpointSlice.class).stream()
            .filter(slice -> label(slice, SERVICE_OF_SLICE) != null)
            .collect(
                Collectors.groupingBy(
                    slice -> Objects.requireNonNull(label(slice, SERVICE_OF_SLICE)),
                    HashMap::new,
                    Collectors.toList()));
    routes = new HashMap<>();
    for (Ingress ingress : namespace.all(Ingress.class)) {
      backends(ingress)
          .flatMap(backend -> Optional.ofNullable(backend.getService()).stream())
          .map(backend -> backend.getName())
          .distinct()
          .forEach(name -> routes.merge(name, List.of(ingress), (a, b) -> join(a, b)));
    }
  }

  /** True if the Service gets its endpoints from a selector. */
  public static boolean selects(Service service) {
    Map<String, String> selector = service.getSpec().getSelector();
    return selector != null
        && !selector.isEmpty()
        && !"ExternalName".equals(service.getSpec().getType());
  }

  /** The Ingresses that send traffic to the Service. */
  public static List<Ingress> routes(NamespaceSnapshot namespace, Service service) {
    return of(namespace).routes.getOrDefault(service.getMetadata().getName(), List.of());
  }

  /** Addresses of the Service that take traffic; a missing condition counts as ready. */
  public static long readyEndpoints(NamespaceSnapshot namespace, Service service) {
    return of(namespace).slices.getOrDefault(service.getMetadata().getName(), List.of()).stream()
        .flatMap(slice -> Stream.ofNullable(slice.getEndpoints())) // written as null if empty
        .flatMap(List::stream)
        .filter(endpoint ->
            endpoint.getConditions() == null
                || !Boolean.FALSE.equals(endpoint.getConditions().getReady()))
        .count();
  }

  /** All backends of an Ingress, the default one first. */
  public static Stream<IngressBackend> backends(Ingress ingress) {
    IngressSpec spec = ingress.getSpec();
    if (spec == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Optional.ofNullable(spec.getDefaultBackend()).stream(),
        spec.getRules().stream()
            .filter(rule -> rule.getHttp() != null)
            .flatMap(rule -> rule.getHttp().getPaths().stream())
            .map(path -> path.getBackend()));
  }

  private static Services of(NamespaceSnapshot namespace) {
    return namespace.inventory().derive(Services.class, () -> new Services(namespace));
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static @Nullable String label(HasMetadata object, String key) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(key);
  }
}
