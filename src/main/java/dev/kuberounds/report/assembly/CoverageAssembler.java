package dev.kuberounds.report.assembly;

import dev.kuberounds.analysis.Rule;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.history.record.RecordedListing;
import dev.kuberounds.history.record.RuleRun;
import dev.kuberounds.report.Report;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the report's ledger: what was asked for, and what became of each rule. */
final class CoverageAssembler {

  private static final int NAMED_SCOPES = 5;

  private final Facts facts;
  private final Collection<Rule> active;
  private final Collection<Rule> all;

  CoverageAssembler(Facts facts, Collection<Rule> active, Collection<Rule> all) {
    this.facts = facts;
    this.active = active;
    this.all = all;
  }

  Report.Coverage coverage() {
    return new Report.Coverage(
        facts.coverage(),
        facts.listings().stream().map(this::listing).toList(),
        all.stream().map(this::rule).toList());
  }

  private Report.Listing listing(RecordedListing line) {
    List<String> affected =
        active.stream()
            .filter(rule -> rule.kinds().anyMatch(model -> is(Kind.of(model), line)))
            .map(Rule::id)
            .toList();
    return new Report.Listing(
        line.apiVersion(),
        line.kind(),
        line.namespace(),
        line.outcome(),
        line.objects(),
        line.listed() ? null : line.reason(),
        line.listed() ? List.of() : affected,
        line.outcome().equals("denied") ? grant(line) : null);
  }

  private static boolean is(Kind kind, RecordedListing line) {
    return kind.name().equals(line.kind()) && kind.apiVersion().equals(line.apiVersion());
  }

  private @Nullable String grant(RecordedListing line) {
    return active.stream()
        .flatMap(Rule::kinds)
        .map(Kind::of)
        .filter(kind -> is(kind, line))
        .findFirst()
        .map(kind -> "list on " + kind.plural())
        .orElse("list on " + line.kind().toLowerCase(Locale.ROOT) + "s");
  }

  private Report.RuleRun rule(Rule rule) {
    if (!active.contains(rule)) {
      return new Report.RuleRun(rule.id(), "disabled", "not selected", 0, 0);
    }
    Map<String, RuleRun> scopes =
        facts.rules().entrySet().stream()
            .filter(scope -> scope.getValue().containsKey(rule.id()))
            .collect(Collectors.toMap(Map.Entry::getKey, scope -> outcome(scope, rule)));
    if (scopes.isEmpty()) {
      return new Report.RuleRun(rule.id(), "skipped", "nothing it judges was in scope", 0, 0);
    }
    return new Report.RuleRun(
        rule.id(),
        word(scopes.values()),
        reason(scopes),
        scopes.values().stream().mapToInt(RuleRun::objects).sum(),
        scopes.values().stream().mapToInt(RuleRun::findings).sum());
  }

  private static RuleRun outcome(Map.Entry<String, SortedMap<String, RuleRun>> scope, Rule rule) {
    return Objects.requireNonNull(scope.getValue().get(rule.id()));
  }

  /** A rule that failed anywhere failed; one that ran nowhere was skipped. */
  private static String word(Collection<RuleRun> scopes) {
    if (scopes.stream().anyMatch(scope -> scope.outcome().equals("failed"))) {
      return "failed";
    }
    return scopes.stream().anyMatch(RuleRun::ran) ? "ran" : "skipped";
  }

  private static @Nullable String reason(Map<String, RuleRun> scopes) {
    Set<String> missed =
        scopes.entrySet().stream()
            .filter(scope -> !scope.getValue().ran())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    if (missed.isEmpty()) {
      return null;
    }
    String why = Objects.requireNonNull(scopes.get(missed.iterator().next())).reason();
    if (missed.size() == scopes.size()) {
      return why;
    }
    String names = missed.stream().limit(NAMED_SCOPES).collect(Collectors.joining(", "));
    String more = missed.size() > NAMED_SCOPES ? ", …" : "";
    return "not in %d of %d namespaces (%s%s): %s"
        .formatted(missed.size(), scopes.size(), names, more, why);
  }
}
