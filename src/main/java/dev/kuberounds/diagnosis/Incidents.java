package dev.kuberounds.diagnosis;

import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Closes incidents over the whole cluster: each finding follows its nearest cause to a root. */
public final class Incidents {

  private static final Comparator<Incident> RANK =
      Comparator.comparing(Incident::severity)
          .thenComparing(incident -> incident.affected().workloads(), Comparator.reverseOrder())
          .thenComparing(incident -> incident.affected().objects(), Comparator.reverseOrder())
          .thenComparing(incident -> incident.root().object())
          .thenComparing(Incident::id);

  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<ObjectRef, Finding> byObject = new HashMap<>();
  private final Map<String, Incident.Link> links = new LinkedHashMap<>();

  private Incidents(Collection<Finding> all, Collection<CauseEdge> edges) {
    for (Finding finding : all) {
      findings.put(finding.fingerprint(), finding);
      byObject.merge(finding.object(), finding, Incidents::worse);
    }
    edges.stream()
        .sorted(
            Comparator.comparingInt(CauseEdge::preference)
                .thenComparing(CauseEdge::object)
                .thenComparing(edge -> Objects.requireNonNullElse(edge.cause(), "")))
        .forEach(this::link);
  }

  /**
   * Groups findings by their root cause.
   *
   * @return incidents by rank, the most important first
   */
  public static List<Incident> of(Collection<Finding> findings, Collection<CauseEdge> edges) {
    Incidents incidents = new Incidents(findings, edges);
    return incidents.findings.values().stream()
        .collect(
            Collectors.groupingBy(
                finding -> incidents.root(finding.fingerprint()),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> incidents.incident(group.getKey(), group.getValue()))
        .sorted(RANK)
        .toList();
  }

  private void link(CauseEdge edge) {
    Optional<String> cause =
        Optional.ofNullable(edge.cause())
            .or(() -> Optional.ofNullable(byObject.get(edge.object())).map(Finding::fingerprint))
            .filter(findings::containsKey);
    if (cause.isPresent()
        && findings.containsKey(edge.symptom())
        && !links.containsKey(edge.symptom())
        && !root(cause.get()).equals(edge.symptom())) {
      links.put(edge.symptom(), new Incident.Link(edge.symptom(), edge.relation(), cause.get()));
    }
  }

  private String root(String fingerprint) {
    String current = fingerprint;
    for (var link = links.get(current); link != null; link = links.get(current)) {
      current = link.cause();
    }
    return current;
  }

  private Incident incident(String rootFingerprint, List<Finding> members) {
    Finding root = Objects.requireNonNull(findings.get(rootFingerprint));
    List<Finding> ordered = new ArrayList<>(members);
    ordered.sort(
        Comparator.comparingInt((Finding finding) -> distance(finding.fingerprint()))
            .thenComparing(Finding::severity)
            .thenComparing(Finding::object)
            .thenComparing(Finding::fingerprint));
    return new Incident(
        "i-" + rootFingerprint.substring(0, 12),
        title(root),
        members.stream()
            .map(Finding::severity)
            .min(Comparator.naturalOrder())
            .orElse(Severity.INFO),
        List.copyOf(ordered),
        ordered.stream()
            .flatMap(finding -> Stream.ofNullable(links.get(finding.fingerprint())))
            .toList(),
        affected(members));
  }

  private static String title(Finding root) {
    String message = root.message().text();
    String named = root.owner().kind() + " " + root.owner().name() + " ";
    return message.startsWith(named) ? message : root.owner() + ": " + message;
  }

  private int distance(String fingerprint) {
    int steps = 0;
    for (var link = links.get(fingerprint); link != null; link = links.get(link.cause())) {
      steps++;
    }
    return steps;
  }

  private static Incident.Affected affected(List<Finding> members) {
    return new Incident.Affected(
        count(members.stream().flatMap(finding -> finding.instances().stream())),
        count(members.stream().map(Finding::owner).filter(Incidents::workload)),
        count(members.stream().flatMap(finding -> Stream.ofNullable(finding.owner().namespace()))));
  }

  private static boolean workload(ObjectRef owner) {
    return owner.group().equals("apps")
        || owner.group().equals("batch")
        || owner.kind().equals("Pod");
  }

  private static int count(Stream<?> things) {
    return Math.toIntExact(things.distinct().count());
  }

  private static Finding worse(Finding one, Finding other) {
    return other.severity().compareTo(one.severity()) < 0 ? other : one;
  }
}
