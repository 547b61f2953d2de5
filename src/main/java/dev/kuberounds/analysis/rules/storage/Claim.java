package dev.kuberounds.analysis.rules.storage;

import dev.kuberounds.analysis.view.Selectors;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a claim asks for, read as the volume controller reads it. */
record Claim(PersistentVolumeClaim object, PersistentVolumeClaimSpec spec) {

  // older than the field and still stronger: volume controller, GetPersistentVolumeClaimClass
  private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

  static Claim of(PersistentVolumeClaim object) {
    return new Claim(
        object, Objects.requireNonNullElseGet(object.getSpec(), PersistentVolumeClaimSpec::new));
  }

  /** The class it names; empty if it leaves the choice or wants none. */
  Optional<String> storageClass() {
    return className(object, spec.getStorageClassName());
  }

  /** Where it names the class. */
  String classField() {
    return annotated(object).isPresent()
        ? "metadata.annotations[" + CLASS_ANNOTATION + "]"
        : "spec.storageClassName";
  }

  /** True if it waits for any volume that fits; one that names its volume waits for that one. */
  boolean pending() {
    return object.getMetadata().getDeletionTimestamp() == null
        && (spec.getVolumeName() == null || spec.getVolumeName().isEmpty())
        && Optional.ofNullable(object.getStatus())
            .map(PersistentVolumeClaimStatus::getPhase)
            .filter("Pending"::equals)
            .isPresent();
  }

  /** True if the volume is of its class. */
  boolean sameClass(PersistentVolume volume) {
    return volume.getSpec() != null
        && storageClass().equals(className(volume, volume.getSpec().getStorageClassName()));
  }

  /** True if the volume controller may bind it to the volume. */
  boolean fits(PersistentVolume volume) {
    PersistentVolumeSpec offer = volume.getSpec();
    return sameClass(volume)
        && free(volume)
        && offer.getAccessModes().containsAll(spec.getAccessModes())
        && mode(offer.getVolumeMode()).equals(mode(spec.getVolumeMode()))
        && wanted().compareTo(bytes(offer.getCapacity())) <= 0
        && selects(spec.getSelector(), volume);
  }

  private boolean free(PersistentVolume volume) {
    String phase =
        Optional.ofNullable(volume.getStatus())
            .map(PersistentVolumeStatus::getPhase)
            .orElse("Pending");
    return volume.getMetadata().getDeletionTimestamp() == null
        && Set.of("Available", "Pending").contains(phase)
        && Optional.ofNullable(volume.getSpec().getClaimRef()).map(this::named).orElse(true);
  }

  private boolean named(ObjectReference reserved) {
    return object.getMetadata().getName().equals(reserved.getName())
        && Objects.equals(object.getMetadata().getNamespace(), reserved.getNamespace());
  }

  private BigDecimal wanted() {
    return bytes(
        Optional.ofNullable(spec.getResources())
            .map(VolumeResourceRequirements::getRequests)
            .orElse(Map.of()));
  }

  private static BigDecimal bytes(@Nullable Map<String, Quantity> amounts) {
    Quantity storage = amounts == null ? null : amounts.get("storage");
    return storage == null ? BigDecimal.ZERO : Quantity.getAmountInBytes(storage);
  }

  private static boolean selects(@Nullable LabelSelector selector, PersistentVolume volume) {
    Map<String, String> labels = volume.getMetadata().getLabels();
    return selector == null || Selectors.matches(selector, labels == null ? Map.of() : labels);
  }

  private static String mode(@Nullable String mode) {
    return mode == null ? "Filesystem" : mode; // the API's default
  }

  private static Optional<String> className(HasMetadata object, @Nullable String field) {
    return annotated(object).or(() -> Optional.ofNullable(field)).filter(name -> !name.isEmpty());
  }

  private static Optional<String> annotated(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(CLASS_ANNOTATION));
  }
}
