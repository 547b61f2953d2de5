package dev.kuberounds.analysis.rules.references;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.NearestName;
import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.References;
import dev.kuberounds.analysis.view.References.Reference;
import dev.kuberounds.analysis.view.Workload;
import dev.kuberounds.analysis.view.Workloads;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.NamespaceSnapshot;
import dev.kuberounds.cluster.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules on missing ConfigMaps and Secrets share: they differ in the kind alone. */
final class MissingReferences {

  private static final Set<String> NOT_STARTED =
      Set.of("CreateContainerConfigError", "ContainerCreating", "PodInitializing");

  private MissingReferences() {}

  /** A problem for each object of the kind that a template needs and that does not exist. */
  static Stream<Problem> objects(NamespaceSnapshot namespace, Class<? extends HasMetadata> model) {
    String kind = Kind.of(model).name();
    List<String> existing =
        namespace.all(model).stream().map(object -> object.getMetadata().getName()).toList();
    return each(namespace, model)
        .filter(use -> namespace.find(model, use.reference.name()).isEmpty())
        .map(use ->
            use.problem(
                "nearest name",
                existing,
                kind + " {} does not exist",
                name(kind, use.reference.name())));
  }

  /** Every place in the templates of a namespace that needs an object of the kind. */
  static Stream<Use> each(NamespaceSnapshot namespace, Class<? extends HasMetadata> model) {
    return Workloads.of(namespace).stream()
        .flatMap(workload ->
            References.of(workload.spec()).stream()
                .filter(reference -> reference.model() == model)
                .map(reference -> new Use(namespace, workload, reference)));
  }

  /** One template's need of one object. */
  record Use(NamespaceSnapshot namespace, Workload workload, Reference reference) {

    /** The last argument is what is missing; the nearest of the candidates becomes evidence. */
    Problem problem(
        String nearest, Collection<String> candidates, String template, Argument... arguments) {
      Argument missing = arguments[arguments.length - 1];
      Problem problem =
          Problem.of(workload.object(), template, arguments)
              .evidence(workload.path() + "." + reference.path(), missing)
              .refersTo(ObjectRef.of(reference.model(), namespace.name(), reference.name()))
              .severityIf(!stopsPods(), MEDIUM);
      return NearestName.of(missing.value(), candidates)
          .map(near -> problem.evidence(nearest, name(missing.type(), near)))
          .orElse(problem);
    }

    /** False while all its pods started before the object vanished: it breaks at the next start. */
    private boolean stopsPods() {
      return OwnedPods.of(namespace, workload.object()).stream()
          .filter(Pods::active)
          .flatMap(ContainerRun::of)
          .anyMatch(run -> NOT_STARTED.contains(run.waitingReason()));
    }
  }
}
