package dev.kuberounds.analysis.rules.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests add up as in the scheduler, and read well. */
class AmountsTest {

  private static final PodSpec SPEC =
      new PodSpecBuilder()
          .withInitContainers(init("2"), sidecar("250m"), init("3"))
          .withContainers(container("1").build(), container("500m").build())
          .build();

  @Test
  void aDemandingStartCountsWithTheSidecarsBeforeIt() {
    assertThat(Amounts.requested(SPEC, "cpu")).isEqualByComparingTo("3.25");
  }

  @Test
  void containersAndSidecarsCountIfTheyAreMore() {
    PodSpec larger = SPEC.edit().addToContainers(container("4").build()).build();
    assertThat(Amounts.requested(larger, "cpu")).isEqualByComparingTo("5.75");
  }

  @Test
  void theRequestOfThePodReplacesThoseOfItsContainers() {
    PodSpec shared =
        SPEC.edit()
            .withNewResources()
            .addToRequests("cpu", new Quantity("2"))
            .endResources()
            .addToOverhead("cpu", new Quantity("100m"))
            .build();
    assertThat(Amounts.requested(shared, "cpu")).isEqualByComparingTo("2.1");
    assertThat(Amounts.requested(shared, "memory")).isZero();
  }

  @Test
  void whatCannotBeReadCountsAsNothing() {
    assertThat(Amounts.of(Map.of("cpu", new Quantity("many")), "cpu")).isZero();
    assertThat(Amounts.of(null, "cpu")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2.50, cpu, 2.5",
    "16, cpu, 16",
    "134217728, memory, 128 MiB",
    "1610612736, memory, 1.5 GiB",
    "64, memory, 64 B"
  })
  void amountsReadWell(BigDecimal amount, String resource, String text) {
    assertThat(Amounts.readable(amount, resource)).isEqualTo(text);
  }

  private static Container init(String cpu) {
    return container(cpu).build();
  }

  private static Container sidecar(String cpu) {
    return container(cpu).withRestartPolicy("Always").build();
  }

  private static ContainerBuilder container(String cpu) {
    return new ContainerBuilder()
        .withNewResources()
        .addToRequests("cpu", new Quantity(cpu))
        .endResources();
  }
}
