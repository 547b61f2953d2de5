package dev.kuberounds.diagnosis;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import dev.kuberounds.diagnosis.CauseTable.Row;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the causes of the findings of one namespace while its objects are in memory. What lies
 * outside the namespace stays an edge to an object, for {@link Incidents} to follow.
 */
public final class CauseFinder {

  private final Dependencies dependencies;
  private final Map<ObjectRef, List<Finding>> byOwner = new HashMap<>();
  private final Map<ObjectRef, List<Finding>> byObject = new HashMap<>();

  private CauseFinder(NamespaceSnapshot namespace, List<Finding> findings) {
    dependencies = new Dependencies(namespace);
    for (Finding finding : findings) {
      byOwner.computeIfAbsent(finding.owner(), _ -> new ArrayList<>()).add(finding);
      byObject.computeIfAbsent(finding.object(), _ -> new ArrayList<>()).add(finding);
    }
  }

  /** All possible causes of the findings of a namespace. */
  public static List<CauseEdge> edges(NamespaceSnapshot namespace, List<Finding> findings) {
    CauseFinder finder = new CauseFinder(namespace, findings);
    return findings.stream().flatMap(finder::edges).toList();
  }

  private Stream<CauseEdge> edges(Finding symptom) {
    return CauseTable.rowsFor(symptom.rule()).stream().flatMap(row -> edges(symptom, row));
  }

  private Stream<CauseEdge> edges(Finding symptom, Row row) {
    return switch (row.path()) {
      case SAME_CONTAINER ->
          at(byOwner, Set.of(symptom.owner()), symptom, row)
              .filter(edge -> sameContainer(symptom, edge));
      case SAME_OWNER -> at(byOwner, Set.of(symptom.owner()), symptom, row);
      case SELECTED_PODS -> at(byOwner, dependencies.selected(symptom.object()), symptom, row);
      case CLAIM -> at(byObject, dependencies.claims(symptom.owner()), symptom, row);
      case NODE ->
          dependencies.unreadyOn(symptom.owner()).stream()
              .map(node -> ObjectRef.of(Node.class, null, node))
              .map(node -> edge(symptom, row, node, null));
    };
  }

  private Stream<CauseEdge> at(
      Map<ObjectRef, List<Finding>> index, Set<ObjectRef> objects, Finding symptom, Row row) {
    return objects.stream()
        .sorted()
        .flatMap(object -> index.getOrDefault(object, List.of()).stream())
        .filter(cause -> !cause.equals(symptom) && row.cause().matcher(cause.rule()).matches())
        .map(cause -> edge(symptom, row, cause.object(), cause.fingerprint()));
  }

  private boolean sameContainer(Finding symptom, CauseEdge edge) {
    return byOwner.getOrDefault(symptom.owner(), List.of()).stream()
        .filter(cause -> cause.fingerprint().equals(edge.cause()))
        .anyMatch(cause -> Objects.equals(cause.container(), symptom.container()));
  }

  private static CauseEdge edge(
      Finding symptom, Row row, ObjectRef object, @Nullable String cause) {
    return new CauseEdge(
        symptom.fingerprint(), CauseTable.preference(row), row.relation(), object, cause);
  }
}
