package dev.kuberounds.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.cli.Captured;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the rules read, what {@code rbac} prints and what the manifest grants are the same. */
class RbacCommandTest {

  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private static final SortedMap<String, SortedSet<String>> NEEDED =
      RbacCommand.resources(RuleCatalog.load(Thresholds.defaults()).rules());

  @Test
  void thePrintedRoleGrantsWhatTheRulesRead() {
    ClusterRole role = YAML.unmarshal(Captured.run("rbac").out(), ClusterRole.class);
    assertThat(granted(role.getRules())).isEqualTo(NEEDED);
    assertThat(role.getRules()).allMatch(rule -> rule.getVerbs().equals(List.of("list")));
  }

  @Test
  void theManifestGrantsWhatTheRulesRead() throws IOException {
    ClusterRole role =
        Arrays.stream(Files.readString(Path.of("k8s/cronjob.yaml")).split("(?m)^---$"))
            .filter(document -> document.contains("\nkind: ClusterRole\n"))
            .map(document -> YAML.unmarshal(document, ClusterRole.class))
            .findFirst()
            .orElseThrow();
    assertThat(granted(role.getRules())).isEqualTo(NEEDED);
    assertThat(role.getRules()).allMatch(rule -> rule.getVerbs().equals(List.of("list")));
  }

  private static SortedMap<String, SortedSet<String>> granted(Collection<PolicyRule> rules) {
    SortedMap<String, SortedSet<String>> granted = new TreeMap<>();
    rules.forEach(rule ->
        rule.getApiGroups()
            .forEach(group ->
                granted.computeIfAbsent(group, _ -> new TreeSet<>()).addAll(rule.getResources())));
    return granted;
  }
}
