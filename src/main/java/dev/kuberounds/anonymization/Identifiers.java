package dev.kuberounds.anonymization;

import dev.kuberounds.anonymization.names.IdentifierCollector;
import dev.kuberounds.anonymization.names.Identifying;
import dev.kuberounds.anonymization.text.NameScanner;
import dev.kuberounds.cluster.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a scope with their types, such as {@code checkout} → {@code deployment}; see
 * the package for what counts as one. Immutable.
 */
public final class Identifiers {

  public static final Identifiers NONE = new Identifiers(Map.of());

  /** Of several types of one name the first of these wins; other kinds stand after "node". */
  private static final List<String> PRECEDENCE =
      List.of(
          "namespace",
          "node",
          "",
          "container",
          "volume",
          "user",
          "image",
          "host",
          "cloud",
          "value");

  private static final Comparator<String> BETTER =
      Comparator.comparingInt(Identifiers::precedence).thenComparing(Comparator.naturalOrder());

  private final SortedMap<String, String> types;
  private @Nullable NameScanner scanner; // made when first needed; a second one would be the same

  private Identifiers(Map<String, String> types) {
    this.types = new TreeMap<>(types);
  }

  /** The identifiers of everything in a snapshot. */
  public static Identifiers of(Snapshot snapshot) {
    Builder builder = new Builder();
    new IdentifierCollector(builder::add).collect(snapshot);
    return builder.build();
  }

  /** The identifiers of both. */
  public Identifiers union(Identifiers other) {
    Builder builder = new Builder();
    types.forEach((name, type) -> builder.put(type, name));
    other.types.forEach((name, type) -> builder.put(type, name));
    return builder.build();
  }

  /** A text {@link #decode} reads again: a line per type, type and names separated by tabs. */
  public String encode() {
    SortedMap<String, List<String>> lines = new TreeMap<>();
    types.forEach(
        (name, type) -> lines.computeIfAbsent(type, first -> new ArrayList<>()).add(name));
    StringBuilder text = new StringBuilder();
    lines.forEach((type, names) ->
        text.append(type).append('\t').append(String.join("\t", names)).append('\n'));
    return text.toString();
  }

  /** Reads what {@link #encode} wrote. */
  public static Identifiers decode(String text) {
    Builder builder = new Builder();
    text.lines()
        .map(line -> List.of(line.split("\t")))
        .forEach(line ->
            line.subList(1, line.size()).forEach(name -> builder.put(line.getFirst(), name)));
    return builder.build();
  }

  /** Number of identifiers. */
  public int size() {
    return types.size();
  }

  SortedMap<String, String> types() {
    return types;
  }

  NameScanner scanner() {
    NameScanner known = scanner;
    if (known == null) {
      known = new NameScanner(types);
      scanner = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Identifiers that && types.equals(that.types);
  }

  @Override
  public int hashCode() {
    return types.hashCode();
  }

  /** Says how many, never which. */
  @Override
  public String toString() {
    return "Identifiers[" + types.size() + "]";
  }

  private static int precedence(String type) {
    int index = PRECEDENCE.indexOf(type);
    return index < 0 ? PRECEDENCE.indexOf("") : index;
  }

  /** Collects identifiers; what is none by definition is left out. */
  static final class Builder {

    private final Map<String, String> types = new HashMap<>();

    void add(String type, String name) {
      if (Identifying.test(name)) {
        put(type, name);
      }
    }

    Identifiers build() {
      return new Identifiers(types);
    }

    private void put(String type, String name) {
      types.merge(name, type, (one, two) -> BETTER.compare(one, two) <= 0 ? one : two);
    }
  }
}
