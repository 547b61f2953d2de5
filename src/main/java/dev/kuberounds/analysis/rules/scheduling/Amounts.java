package dev.kuberounds.analysis.rules.scheduling;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up resources as the scheduler does; what is missing or malformed counts as nothing. */
final class Amounts {

  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final BigDecimal STEP = BigDecimal.valueOf(1024);

  private Amounts() {}

  /**
   * What a pod requests: its containers and sidecars together, or the most demanding moment of its
   * start if that is more, and the overhead of its runtime class. A request of the pod itself
   * replaces those of its containers (Kubernetes docs, init containers and pod-level resources).
   */
  static BigDecimal requested(PodSpec spec, String resource) {
    BigDecimal sidecars = BigDecimal.ZERO;
    BigDecimal start = BigDecimal.ZERO;
    for (Container container : spec.getInitContainers()) {
      BigDecimal own = requested(container, resource);
      start = start.max(sidecars.add(own));
      if ("Always".equals(container.getRestartPolicy())) {
        sidecars = sidecars.add(own);
      }
    }
    BigDecimal running =
        spec.getContainers().stream()
            .map(container -> requested(container, resource))
            .reduce(sidecars, BigDecimal::add);
    return requests(spec.getResources())
        .map(requests -> requests.get(resource))
        .map(Amounts::number)
        .orElse(running.max(start))
        .add(of(spec.getOverhead(), resource));
  }

  static BigDecimal requested(Container container, String resource) {
    return requests(container.getResources())
        .map(requests -> of(requests, resource))
        .orElse(BigDecimal.ZERO);
  }

  static BigDecimal of(@Nullable Map<String, Quantity> amounts, String resource) {
    return Optional.ofNullable(amounts)
        .map(map -> map.get(resource))
        .map(Amounts::number)
        .orElse(BigDecimal.ZERO);
  }

  /** {@code 2.5} for cores, {@code 1.5 GiB} for bytes. */
  static String readable(BigDecimal amount, String resource) {
    if (!resource.equals("memory")) {
      return amount.stripTrailingZeros().toPlainString();
    }
    BigDecimal value = amount;
    int unit = 0;
    while (value.compareTo(STEP) >= 0 && unit < UNITS.size() - 1) {
      value = value.divide(STEP);
      unit++;
    }
    return value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
        + " "
        + UNITS.get(unit);
  }

  private static Optional<Map<String, Quantity>> requests(
      @Nullable ResourceRequirements resources) {
    return Optional.ofNullable(resources).map(ResourceRequirements::getRequests);
  }

  private static BigDecimal number(Quantity quantity) {
    try {
      return quantity.getNumericalAmount();
    } catch (IllegalArgumentException | ArithmeticException _) {
      return BigDecimal.ZERO;
    }
  }
}
