package dev.kuberounds.analysis.view;

import dev.kuberounds.analysis.view.text.NearestName;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template a selector probably means: all its labels but one fit, and that one has a similar
 * value.
 *
 * @param workload whose pods are meant
 * @param key the label that differs
 * @param wanted value in the selector
 * @param actual value in the template
 */
public record NearestTemplate(Workload workload, String key, String wanted, String actual) {

  public static Optional<NearestTemplate> of(
      NamespaceSnapshot namespace, Map<String, String> selector) {
    return Workloads.of(namespace).stream()
        .flatMap(workload -> candidate(workload, selector).stream())
        .min(Comparator.comparingInt(near -> NearestName.distance(near.wanted, near.actual)));
  }

  private static Optional<NearestTemplate> candidate(
      Workload workload, Map<String, String> selector) {
    List<Map.Entry<String, String>> different =
        selector.entrySet().stream()
            .filter(label -> !label.getValue().equals(workload.labels().get(label.getKey())))
            .toList();
    if (different.size() != 1) {
      return Optional.empty();
    }
    String key = different.getFirst().getKey();
    String wanted = different.getFirst().getValue();
    return Optional.ofNullable(workload.labels().get(key))
        .filter(
            actual -> selector.size() > 1 || NearestName.of(wanted, List.of(actual)).isPresent())
        .map(actual -> new NearestTemplate(workload, key, wanted, actual));
  }
}
