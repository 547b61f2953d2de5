package dev.kuberounds.analysis.rules.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requirements have the API's semantics and read like selectors of kubectl. */
class NodeRequirementTest {

  private static final Node NODE =
      new NodeBuilder()
          .withNewMetadata()
          .withName("node-a")
          .addToLabels("disk", "ssd")
          .addToLabels("cores", "16")
          .endMetadata()
          .build();

  @ParameterizedTest
  @CsvSource({
    "disk, In, ssd, true, disk=ssd",
    "disk, In, hdd;ssd, true, 'disk in (hdd,ssd)'",
    "disk, In, hdd, false, disk=hdd",
    "disk, NotIn, hdd, true, disk notin (hdd)",
    "disk, NotIn, ssd, false, disk notin (ssd)",
    "gpu, NotIn, old, true, gpu notin (old)",
    "disk, Exists, '', true, disk",
    "gpu, Exists, '', false, gpu",
    "gpu, DoesNotExist, '', true, !gpu",
    "cores, Gt, 8, true, cores>8",
    "cores, Gt, 16, false, cores>16",
    "cores, Lt, 8, false, cores<8",
    "disk, Gt, 8, false, disk>8",
    "disk, Unheard, ssd, false, disk Unheard (ssd)"
  })
  void aRequirementIsMetAsTheApiSays(
      String key, String operator, String values, boolean met, String text) {
    List<String> list = values.isEmpty() ? List.of() : List.of(values.split(";"));
    NodeRequirement requirement =
        new NodeRequirement("spec.nodeSelector", key, operator, list, false);
    assertThat(requirement.metBy(NODE)).isEqualTo(met);
    assertThat(requirement.readable()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"node-a, true", "node-b, false"})
  void aFieldIsTheNodesName(String name, boolean met) {
    NodeRequirement requirement =
        new NodeRequirement("spec.affinity", "metadata.name", "In", List.of(name), true);
    assertThat(requirement.metBy(NODE)).isEqualTo(met);
  }
}
