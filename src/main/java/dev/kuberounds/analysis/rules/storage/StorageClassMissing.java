package dev.kuberounds.analysis.rules.storage;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.STORAGE;
import static dev.kuberounds.analysis.Severity.HIGH;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.text.NearestName;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A claim waits for a StorageClass that does not exist, or a template will make one that does. */
final class StorageClassMissing implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              StorageClassMissing.class,
              "StorageClass does not exist",
              HIGH,
              STORAGE,
              PersistentVolumeClaim.class)
          .reads(StorageClass.class, PersistentVolume.class)
          .consults(StatefulSet.class)
          .equivalents("k8sgpt/StatefulSet", "k8sgpt/PersistentVolumeClaim");

  // set by provisioners on what they make: PersistentVolume annotations of Kubernetes
  private static final String PROVISIONED = "pv.kubernetes.io/provisioned-by";

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Stream.concat(
        namespace.all(PersistentVolumeClaim.class).stream()
            .map(Claim::of)
            .filter(Claim::pending)
            .filter(claim -> missing(claim, namespace))
            .filter(claim -> volumes(namespace).noneMatch(claim::fits))
            .map(claim -> problem(claim.object(), claim, claim.classField(), namespace))
            .map(problem -> problem.refersTo(ObjectRef.of(problem.object()))),
        namespace.all(StatefulSet.class).stream()
            .filter(set -> set.getMetadata().getDeletionTimestamp() == null)
            .flatMap(set -> templates(set, namespace)));
  }

  /** The same trouble as that of its waiting claims; alone, it is the next replica's. */
  private static Stream<Problem> templates(StatefulSet set, NamespaceSnapshot namespace) {
    List<PersistentVolumeClaim> templates = set.getSpec().getVolumeClaimTemplates();
    return IntStream.range(0, templates.size())
        .boxed()
        .flatMap(i -> {
          Claim template = Claim.of(templates.get(i));
          String field = "spec.volumeClaimTemplates[" + i + "]." + template.classField();
          return Stream.of(template)
              .filter(claim -> missing(claim, namespace))
              .filter(claim -> volumes(namespace).noneMatch(volume -> byHand(volume, claim)))
              .map(claim -> problem(set, claim, field, namespace).severity(MEDIUM))
              .map(problem -> withClaims(problem, set, namespace));
        });
  }

  private static boolean missing(Claim claim, NamespaceSnapshot namespace) {
    return claim
        .storageClass()
        .filter(name -> namespace.cluster().find(StorageClass.class, name).isEmpty())
        .isPresent();
  }

  /** True for a volume of the class that no provisioner made: there the class is only a name. */
  private static boolean byHand(PersistentVolume volume, Claim claim) {
    return claim.sameClass(volume)
        && (volume.getMetadata().getAnnotations() == null
            || !volume.getMetadata().getAnnotations().containsKey(PROVISIONED));
  }

  private static Problem problem(
      HasMetadata object, Claim claim, String field, NamespaceSnapshot namespace) {
    String wanted = claim.storageClass().orElseThrow();
    List<String> classes =
        namespace.cluster().all(StorageClass.class).stream()
            .map(known -> known.getMetadata().getName())
            .toList();
    Problem problem =
        Problem.of(object, "StorageClass {} does not exist", name("StorageClass", wanted))
            .evidence(field, name("StorageClass", wanted))
            .evidence(
                "PersistentVolumes of this class",
                number(volumes(namespace).filter(claim::sameClass).count()))
            .refersTo(ObjectRef.of(StorageClass.class, null, wanted));
    return NearestName.of(wanted, classes)
        .map(near -> problem.evidence("nearest name", name("StorageClass", near)))
        .orElse(problem);
  }

  private static Problem withClaims(Problem problem, StatefulSet set, NamespaceSnapshot namespace) {
    Problem linked = problem;
    for (PersistentVolumeClaim claim : namespace.all(PersistentVolumeClaim.class)) {
      linked = Owners.made(set, claim) ? linked.refersTo(ObjectRef.of(claim)) : linked;
    }
    return linked;
  }

  private static Stream<PersistentVolume> volumes(NamespaceSnapshot namespace) {
    return namespace.cluster().all(PersistentVolume.class).stream();
  }
}
