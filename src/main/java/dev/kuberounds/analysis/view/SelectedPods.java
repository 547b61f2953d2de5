package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The active pods of a namespace by label, so that a selector costs only what it matches. */
public final class SelectedPods {

  private final Map<Map.Entry<String, String>, List<Pod>> byLabel = new HashMap<>();

  private SelectedPods(NamespaceSnapshot namespace) {
    Pods.active(namespace)
        .filter(pod -> pod.getMetadata().getLabels() != null)
        .forEach(pod ->
            pod.getMetadata()
                .getLabels()
                .entrySet()
                .forEach(label ->
                    byLabel
                        .computeIfAbsent(
                            Map.entry(label.getKey(), label.getValue()), _ -> new ArrayList<>())
                        .add(pod)));
  }

  /** The active pods an equality selector selects; an empty selector selects none. */
  public static List<Pod> of(NamespaceSnapshot namespace, Map<String, String> selector) {
    SelectedPods index =
        namespace.inventory().derive(SelectedPods.class, () -> new SelectedPods(namespace));
    return selector.entrySet().stream()
        .map(label -> index.byLabel.getOrDefault(label, List.of()))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of())
        .stream()
        .filter(pod -> Selectors.matches(selector, pod.getMetadata().getLabels()))
        .toList();
  }
}
