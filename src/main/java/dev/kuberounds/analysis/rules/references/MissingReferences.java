package dev.kuberounds.analysis.rules.references;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.References;
import dev.kuberounds.analysis.view.References.Reference;
import dev.kuberounds.analysis.view.Workload;
import dev.kuberounds.analysis.view.Workloads;
import dev.kuberounds.analysis.view.text.NearestName;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules on missing ConfigMaps and Secrets share: they differ in the kind alone. */
final class MissingReferences {

  private static final Set<String> NOT_STARTED =
      Set.of("CreateContainerConfigError", "ContainerCreating", "PodInitializing");

  private final Class<? extends HasMetadata> model;
  private final Duration grace;

  /**
   * Looks for references to objects of one kind. A pod younger than {@code start.grace} may wait
   * for an object that a Job or an operator is just making.
   */
  MissingReferences(Class<? extends HasMetadata> model, Thresholds thresholds) {
    this.model = model;
    grace = thresholds.startGrace();
  }

  /** A problem for each object that a template or a waiting pod needs and that does not exist. */
  Stream<Problem> objects(NamespaceSnapshot namespace) {
    String kind = Kind.of(model).name();
    List<String> existing =
        namespace.all(model).stream().map(object -> object.getMetadata().getName()).toList();
    return each(namespace)
        .filter(use -> namespace.find(model, use.reference.name()).isEmpty())
        .map(use ->
            use.problem(
                "nearest name",
                existing,
                kind + " {} does not exist",
                name(kind, use.reference.name())));
  }

  /** Every place in a namespace that needs an object of the kind. */
  Stream<Use> each(NamespaceSnapshot namespace) {
    return Workloads.of(namespace).stream()
        .filter(Workload::active)
        .flatMap(workload -> {
          List<Reference> named = needs(workload);
          List<Pod> waiting = waiting(namespace, workload);
          return Stream.concat(
              named.stream().map(need -> new Use(namespace, workload, need, !waiting.isEmpty())),
              waiting.stream().flatMap(pod -> injected(namespace, pod, named)));
        });
  }

  /**
   * What a waiting pod needs though its template does not say so: an admission webhook added it.
   */
  private Stream<Use> injected(NamespaceSnapshot namespace, Pod pod, List<Reference> named) {
    Workload itself = Workload.of(pod);
    return needs(itself).stream()
        .filter(need -> named.stream().noneMatch(need::sameNeed))
        .map(need -> new Use(namespace, itself, need, true));
  }

  private List<Reference> needs(Workload workload) {
    return References.of(workload.spec()).stream()
        .filter(reference -> reference.model() == model)
        .toList();
  }

  private List<Pod> waiting(NamespaceSnapshot namespace, Workload workload) {
    return OwnedPods.of(namespace, workload.object()).stream()
        .filter(Pods::active)
        .filter(pod ->
            Times.lasted(grace, namespace.takenAt(), pod.getMetadata().getCreationTimestamp()))
        .filter(
            pod -> ContainerRun.of(pod).anyMatch(run -> NOT_STARTED.contains(run.waitingReason())))
        .toList();
  }

  /**
   * One template's need of one object.
   *
   * @param stopsPods false while no pod waits for it: it breaks at the next start
   */
  record Use(
      NamespaceSnapshot namespace, Workload workload, Reference reference, boolean stopsPods) {

    /** The last argument is what is missing; the nearest of the candidates becomes evidence. */
    Problem problem(
        String nearest, Collection<String> candidates, String template, Argument... arguments) {
      Argument missing = arguments[arguments.length - 1];
      Problem problem =
          Problem.of(workload.object(), template, arguments)
              .evidence(workload.path() + "." + reference.path(), missing)
              .refersTo(ObjectRef.of(reference.model(), namespace.name(), reference.name()))
              .severityIf(!stopsPods, MEDIUM);
      return NearestName.of(missing.value(), candidates)
          .map(near -> problem.evidence(nearest, name(missing.type(), near)))
          .orElse(problem);
    }
  }
}
