package dev.kuberounds.analysis.rules.ingress;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.NETWORKING;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.rules.ingress.Backends.Backend;
import dev.kuberounds.analysis.view.text.NearestName;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Ingress sends traffic to a Service, port or object that does not exist. */
final class IngressBackendMissing implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              IngressBackendMissing.class,
              "Ingress backend does not exist",
              HIGH,
              NETWORKING,
              Ingress.class)
          .reads(Service.class)
          .equivalents("k8sgpt/Ingress", "popeye/1401", "popeye/1402", "popeye/1404");

  // AWS Load Balancer Controller: the action stands in an annotation, the Service is only its name
  private static final String IN_ANNOTATION = "use-annotation";
  private static final String ACME_CHALLENGE = "/.well-known/acme-challenge/"; // RFC 8555, 8.3

  private final Thresholds thresholds;

  IngressBackendMissing(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return namespace.all(Ingress.class).stream()
        .filter(ingress -> ingress.getMetadata().getDeletionTimestamp() == null)
        .flatMap(ingress ->
            Backends.of(ingress).stream()
                .filter(backend -> !passing(backend, ingress, namespace))
                .flatMap(backend -> problem(ingress, backend, namespace).stream()));
  }

  /**
   * True for a path that answers a certificate authority and goes away by itself: in an Ingress
   * made for that while it is young, in any other always, because nothing tells when it was added.
   */
  private boolean passing(Backend backend, Ingress ingress, NamespaceSnapshot namespace) {
    boolean solver =
        Backends.of(ingress).stream().allMatch(other -> other.url().startsWith(ACME_CHALLENGE));
    boolean old =
        Times.lasted(
            thresholds.settleGrace(),
            namespace.takenAt(),
            ingress.getMetadata().getCreationTimestamp());
    return backend.url().startsWith(ACME_CHALLENGE) && !(solver && old);
  }

  private static Optional<Problem> problem(
      Ingress ingress, Backend backend, NamespaceSnapshot namespace) {
    IngressServiceBackend service = backend.target().getService();
    if (service == null || service.getName() == null) {
      return Optional.ofNullable(backend.target().getResource())
          .flatMap(resource -> missing(ingress, backend, resource, namespace));
    }
    ServiceBackendPort port =
        Objects.requireNonNullElseGet(service.getPort(), ServiceBackendPort::new);
    if (IN_ANNOTATION.equals(port.getName())) {
      return Optional.empty();
    }
    Optional<Service> found = namespace.find(Service.class, service.getName());
    return found.isEmpty()
        ? Optional.of(missing(ingress, backend, service.getName(), namespace))
        : found
            .filter(known -> !takes(known, port))
            .map(known -> missing(ingress, backend, known, port));
  }

  private static Problem missing(
      Ingress ingress, Backend backend, String service, NamespaceSnapshot namespace) {
    Problem problem =
        Problem.of(ingress, "Service {} does not exist", name("Service", service))
            .evidence(backend.field() + ".service.name", name("Service", service))
            .refersTo(ObjectRef.of(Service.class, namespace.name(), service));
    List<String> services =
        namespace.all(Service.class).stream().map(s -> s.getMetadata().getName()).toList();
    return NearestName.of(service, services)
        .map(near -> problem.evidence("nearest name", name("Service", near)))
        .orElse(problem);
  }

  private static Problem missing(
      Ingress ingress, Backend backend, Service service, ServiceBackendPort port) {
    Argument wanted =
        port.getNumber() == null ? name("port", port.getName()) : word(port.getNumber().toString());
    String field =
        backend.field() + ".service.port." + (port.getNumber() == null ? "name" : "number");
    return Problem.of(
            ingress,
            "Service {} has no port {}",
            name("Service", service.getMetadata().getName()),
            wanted)
        .evidence(field, wanted)
        .evidence("ports of the Service", ports(service))
        .refersTo(ObjectRef.of(service));
  }

  private static Optional<Problem> missing(
      Ingress ingress,
      Backend backend,
      TypedLocalObjectReference resource,
      NamespaceSnapshot namespace) {
    return namespace.inventory().models().stream()
        .filter(namespace::listed)
        .filter(model -> same(Kind.of(model), resource))
        .filter(model -> namespace.find(model, resource.getName()).isEmpty())
        .findFirst()
        .map(model -> {
          Argument wanted = name(resource.getKind(), resource.getName());
          return Problem.of(ingress, resource.getKind() + " {} does not exist", wanted)
              .evidence(backend.field() + ".resource.name", wanted)
              .refersTo(ObjectRef.of(model, namespace.name(), resource.getName()));
        });
  }

  private static boolean same(Kind kind, TypedLocalObjectReference resource) {
    return kind.name().equals(resource.getKind())
        && kind.group().equals(Objects.requireNonNullElse(resource.getApiGroup(), ""));
  }

  /** An ExternalName Service needs no ports: what its name resolves to decides. */
  private static boolean takes(Service service, ServiceBackendPort port) {
    return "ExternalName".equals(service.getSpec().getType())
        || (port.getName() == null && port.getNumber() == null)
        || service.getSpec().getPorts().stream()
            .anyMatch(offered ->
                port.getNumber() == null
                    ? port.getName().equals(offered.getName())
                    : port.getNumber().equals(offered.getPort()));
  }

  /** Such as {@code 80 (http) to 8080, 443 to https}. */
  private static String ports(Service service) {
    return service.getSpec().getPorts().stream()
        .map(IngressBackendMissing::readable)
        .collect(Collectors.joining(", "));
  }

  private static String readable(ServicePort port) {
    String target = port.getTargetPort() == null ? "" : " to " + port.getTargetPort().getValue();
    return port.getPort() + (port.getName() == null ? "" : " (" + port.getName() + ")") + target;
  }
}
