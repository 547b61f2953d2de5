package dev.kuberounds.cli.catalog;

import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.catalog.RuleCatalog;
import dev.kuberounds.cli.ExitCode;
import dev.kuberounds.cli.VersionText;
import dev.kuberounds.cluster.Kind;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Prints the ClusterRole a round needs: what its rules read, and no more. */
@Command(
    name = "rbac",
    description = "Print the ClusterRole that a round needs.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class)
public final class RbacCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.print(role(resources(RuleCatalog.load(Thresholds.defaults()).rules())));
    return ExitCode.DONE;
  }

  /** Resources by API group that the rules read. */
  static SortedMap<String, SortedSet<String>> resources(Collection<Rule> rules) {
    return Stream.concat(Stream.of(Namespace.class), rules.stream().flatMap(Rule::kinds))
        .map(Kind::of)
        .collect(
            Collectors.groupingBy(
                Kind::group,
                TreeMap::new,
                Collectors.mapping(Kind::plural, Collectors.toCollection(TreeSet::new))));
  }

  private static String role(SortedMap<String, SortedSet<String>> resources) {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: kube-rounds
            rules:
            """);
    resources.forEach((group, names) ->
        yaml.append(
            """
            - apiGroups: ["%s"]
              resources: [%s]
              verbs: [list]
            """
                .formatted(group, String.join(", ", names))));
    return yaml.toString();
  }
}
