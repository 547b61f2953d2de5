package dev.kuberounds.cluster.snapshot;

import dev.kuberounds.cluster.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The objects of one scope by kind, and how listing each kind there ended. Used by one thread at a
 * time.
 */
public final class Inventory {

  private static final Outcome NOT_ASKED = new Outcome.Absent("not asked for");

  private final Map<Class<? extends HasMetadata>, List<HasMetadata>> objects;
  private final Map<Class<? extends HasMetadata>, Outcome> outcomes;
  private final Map<Class<? extends HasMetadata>, Map<String, HasMetadata>> byName =
      new HashMap<>();
  private final Map<Class<?>, Object> derived = new HashMap<>();

  private Inventory(
      Map<Class<? extends HasMetadata>, List<HasMetadata>> objects,
      Map<Class<? extends HasMetadata>, Outcome> outcomes) {
    this.objects = objects;
    this.outcomes = outcomes;
  }

  public static Builder builder() {
    return new Builder();
  }

  @SuppressWarnings("unchecked") // a list holds objects of its key's class only: see Builder.add
  public <T extends HasMetadata> List<T> all(Class<T> model) {
    return (List<T>) (List<?>) objects.getOrDefault(model, List.of());
  }

  public <T extends HasMetadata> Optional<T> find(Class<T> model, String name) {
    return Optional.ofNullable(byName.computeIfAbsent(model, this::index).get(name))
        .map(model::cast);
  }

  public Outcome outcome(Class<? extends HasMetadata> model) {
    return outcomes.getOrDefault(model, NOT_ASKED);
  }

  /**
   * Something computed from these objects, such as an index; made by the first caller and kept as
   * long as the snapshot.
   */
  public <V> V derive(Class<V> type, Supplier<V> maker) {
    Object known = derived.get(type);
    if (known == null) {
      known = maker.get();
      derived.put(type, known);
    }
    return type.cast(known);
  }

  /** Every kind that was asked for. */
  public Set<Class<? extends HasMetadata>> models() {
    return Collections.unmodifiableSet(outcomes.keySet());
  }

  /** Number of objects of all kinds. */
  public int size() {
    return objects.values().stream().mapToInt(List::size).sum();
  }

  private Map<String, HasMetadata> index(Class<? extends HasMetadata> model) {
    return objects.getOrDefault(model, List.of()).stream()
        .collect(
            Collectors.toMap(
                object -> object.getMetadata().getName(),
                Function.identity(),
                (first, second) -> first));
  }

  /** Collects the objects of one scope. */
  public static final class Builder {

    private final Map<Class<? extends HasMetadata>, List<HasMetadata>> objects =
        new LinkedHashMap<>();
    private final Map<Class<? extends HasMetadata>, Outcome> outcomes = new LinkedHashMap<>();

    /** Says how listing a kind ended; a kind never mentioned counts as absent. */
    public Builder outcome(Class<? extends HasMetadata> model, Outcome outcome) {
      outcomes.put(model, outcome);
      return this;
    }

    public Builder add(HasMetadata object) {
      objects.computeIfAbsent(object.getClass(), model -> new ArrayList<>()).add(object);
      return this;
    }

    public Inventory build() {
      return new Inventory(objects, outcomes);
    }
  }
}
