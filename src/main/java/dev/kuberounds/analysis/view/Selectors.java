package dev.kuberounds.analysis.view;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Label selectors with the API's whole semantics. */
public final class Selectors {

  private Selectors() {}

  /** An equality selector as Services have it; an empty one selects nothing. */
  public static boolean matches(
      Map<String, String> selector, @Nullable Map<String, String> labels) {
    return !selector.isEmpty()
        && labels != null
        && labels.entrySet().containsAll(selector.entrySet());
  }

  /** A LabelSelector: null selects nothing, an empty one everything. */
  public static boolean matches(@Nullable LabelSelector selector, Map<String, String> labels) {
    if (selector == null) {
      return false;
    }
    Map<String, String> equal = selector.getMatchLabels();
    return (equal == null || labels.entrySet().containsAll(equal.entrySet()))
        && selector.getMatchExpressions().stream().allMatch(term -> matches(term, labels));
  }

  /** {@code key=value,key=value} in key order, as kubectl takes it. */
  public static String readable(Map<String, String> labels) {
    return labels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  private static boolean matches(LabelSelectorRequirement term, Map<String, String> labels) {
    String value = labels.get(term.getKey());
    List<String> values = term.getValues();
    return switch (term.getOperator()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }
}
