package dev.kuberounds.analysis.engine;

import dev.kuberounds.analysis.Analyzer;
import dev.kuberounds.analysis.ClusterAnalyzer;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import dev.kuberounds.cluster.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets every analyzer judge a snapshot and makes findings of their problems. An analyzer that
 * breaks is an outcome, not the end of the run.
 */
public final class Analysis {

  private static final Logger LOG = LoggerFactory.getLogger(Analysis.class);

  private final List<Analyzer> analyzers;

  public Analysis(List<Analyzer> analyzers) {
    this.analyzers = List.copyOf(analyzers);
  }

  public Examination examine(Snapshot snapshot) {
    SortedMap<String, RuleOutcome> outcomes = new TreeMap<>();
    Map<String, Finding> findings = new TreeMap<>();
    for (Analyzer analyzer : analyzers) {
      if (concerns(analyzer, snapshot)) {
        outcomes.put(analyzer.rule().id(), run(analyzer, snapshot, findings));
      }
    }
    return new Examination(withoutFallbacks(List.copyOf(findings.values())), outcomes);
  }

  private static boolean concerns(Analyzer analyzer, Snapshot snapshot) {
    return switch (analyzer) {
      case NamespaceAnalyzer _ -> snapshot instanceof NamespaceSnapshot;
      case ClusterAnalyzer _ -> snapshot instanceof ClusterSnapshot;
    };
  }

  private static RuleOutcome run(
      Analyzer analyzer, Snapshot snapshot, Map<String, Finding> findings) {
    Rule rule = analyzer.rule();
    Optional<String> obstacle =
        rule.needs().flatMap(model -> obstacle(model, snapshot).stream()).findFirst();
    if (obstacle.isPresent()) {
      return new RuleOutcome.Skipped(obstacle.get());
    }
    try {
      List<Finding> found = found(rule, problems(analyzer, snapshot).toList(), snapshot);
      found.forEach(finding -> findings.put(finding.fingerprint(), finding));
      return new RuleOutcome.Ran(snapshot.all(rule.judges()).size(), found.size());
    } catch (RuntimeException e) {
      LOG.warn("rule failed rule={} error={}", rule.id(), e.toString(), e);
      return new RuleOutcome.Failed(e.getClass().getSimpleName());
    }
  }

  private static Stream<Problem> problems(Analyzer analyzer, Snapshot snapshot) {
    return switch (analyzer) {
      case NamespaceAnalyzer a -> a.analyze((NamespaceSnapshot) snapshot);
      case ClusterAnalyzer a -> a.analyze((ClusterSnapshot) snapshot);
    };
  }

  private static Optional<String> obstacle(Class<? extends HasMetadata> model, Snapshot snapshot) {
    Outcome outcome =
        switch (snapshot) {
          case NamespaceSnapshot n when !Kind.of(model).namespaced() -> n.cluster().outcome(model);
          default -> snapshot.outcome(model);
        };
    return outcome instanceof Outcome.Listed
        ? Optional.empty()
        : Optional.of(
            Kind.of(model).plural() + " " + outcome.word() + ": " + outcome.explanation());
  }

  private static List<Finding> found(Rule rule, List<Problem> problems, Snapshot snapshot) {
    Map<String, Finding> byFingerprint = new TreeMap<>();
    problems.stream()
        .sorted(Comparator.comparing(problem -> ObjectRef.of(problem.object())))
        .map(problem -> finding(rule, problem, Owners.of(snapshot).top(problem.object())))
        .forEach(finding -> byFingerprint.merge(finding.fingerprint(), finding, Analysis::merge));
    return List.copyOf(byFingerprint.values());
  }

  private static Finding finding(Rule rule, Problem problem, ObjectRef owner) {
    ObjectRef object = ObjectRef.of(problem.object());
    return new Finding(
        Fingerprint.of(rule, owner, problem),
        rule.id(),
        problem.severity().orElse(rule.severity()),
        rule.category(),
        object,
        owner,
        problem.container(),
        problem.message(),
        problem.evidence(),
        List.of(object),
        problem.refersTo());
  }

  /** The worse of two findings stands for both; each keeps its place among the instances. */
  private static Finding merge(Finding one, Finding other) {
    Finding worse = other.severity().compareTo(one.severity()) < 0 ? other : one;
    List<ObjectRef> instances =
        Stream.concat(one.instances().stream(), other.instances().stream())
            .distinct()
            .sorted()
            .toList();
    return new Finding(
        worse.fingerprint(),
        worse.rule(),
        worse.severity(),
        worse.category(),
        worse.object(),
        worse.owner(),
        worse.container(),
        worse.message(),
        worse.evidence(),
        instances,
        worse.refersTo());
  }

  private List<Finding> withoutFallbacks(List<Finding> findings) {
    Map<String, List<String>> fallbacks = new HashMap<>();
    analyzers.forEach(a -> fallbacks.put(a.rule().id(), a.rule().fallbackOf()));
    return findings.stream()
        .filter(finding ->
            findings.stream()
                .filter(other ->
                    fallbacks.getOrDefault(finding.rule(), List.of()).contains(other.rule()))
                .noneMatch(other -> sameThing(finding, other)))
        .toList();
  }

  private static boolean sameThing(Finding fallback, Finding specific) {
    return fallback.owner().equals(specific.owner())
        && (fallback.container() == null
            || specific.container() == null
            || fallback.container().equals(specific.container()));
  }
}
