package dev.kuberounds.report.view;

import dev.kuberounds.report.Report;
import dev.kuberounds.report.Report.Listing;
import dev.kuberounds.report.Report.RuleRun;
import dev.kuberounds.report.text.Formats;
import dev.kuberounds.report.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was looked at and what was not, one row per kind and answer.
 *
 * @param missing what was not inspected, the worst first
 * @param idle rules that did not run, or not everywhere
 * @param disabled rules that are switched off
 * @param inspected what was
 * @param passed rules that ran and found nothing
 */
public record Ledger(
    List<Missing> missing,
    List<RuleRow> idle,
    List<RuleRow> disabled,
    List<Inspected> inspected,
    List<RuleRow> passed) {

  /** Names of places shown before the rest is counted. */
  private static final int PLACES = 6;

  /** What should be granted or repaired first comes first; what is not installed comes last. */
  private static final List<String> WORST_FIRST =
      List.of("denied", "failed", "truncated", "absent", "listed");

  private static final Set<String> SETTLED = Set.of("ran", "disabled");

  /**
   * A kind that was not inspected.
   *
   * @param where the whole cluster, or namespaces
   * @param grant what to grant; empty if that would not help
   */
  public record Missing(
      String kind, String where, String outcome, String reason, List<String> rules, String grant) {}

  /** What became of a rule; its title is its id if the rule is not known. */
  public record RuleRow(String title, String category, RuleRun run) {

    /** The schema's word, or {@code partly} if it ran in some namespaces only. */
    public String outcome() {
      return ran() && run.reason() != null ? "partly" : run.outcome();
    }

    private boolean ran() {
      return run.outcome().equals("ran");
    }
  }

  /** A kind that was inspected. */
  public record Inspected(String kind, String apiVersion, String where, int objects) {}

  /** Something in scope was not seen, apart from kinds the cluster does not have. */
  public boolean incomplete() {
    return missing.stream().anyMatch(row -> !row.outcome().equals("absent"));
  }

  static Ledger of(Report report, Words words, Formats formats) {
    Places places = new Places(words, formats);
    Map<String, Report.Rule> rules =
        report.rules().stream().collect(Collectors.toMap(Report.Rule::id, rule -> rule));
    List<RuleRow> runs = report.coverage().rules().stream().map(run -> row(run, rules)).toList();
    return new Ledger(
        missing(report, places),
        runs.stream().filter(row -> !SETTLED.contains(row.outcome())).toList(),
        runs.stream().filter(row -> row.outcome().equals("disabled")).toList(),
        inspected(report, places),
        runs.stream()
            .filter(row -> row.outcome().equals("ran") && row.run().findings() == 0)
            .toList());
  }

  private static RuleRow row(RuleRun run, Map<String, Report.Rule> rules) {
    Report.Rule rule = rules.get(run.rule());
    return rule == null
        ? new RuleRow(run.rule(), "", run)
        : new RuleRow(rule.title(), rule.category(), run);
  }

  private static List<Missing> missing(Report report, Places places) {
    Map<List<String>, List<Listing>> alike = new LinkedHashMap<>();
    for (Listing listing : report.coverage().listings()) {
      if (!listing.outcome().equals("listed")) {
        String scope = listing.namespace() == null ? "cluster" : "namespace";
        List<String> key = List.of(listing.apiVersion(), listing.kind(), listing.outcome(), scope);
        alike.computeIfAbsent(key, any -> new ArrayList<>()).add(listing);
      }
    }
    return alike.values().stream()
        .map(listings -> missing(listings, places))
        .sorted(Comparator.comparingInt(row -> WORST_FIRST.indexOf(row.outcome())))
        .toList();
  }

  private static Missing missing(List<Listing> listings, Places places) {
    Listing first = listings.getFirst();
    TreeSet<String> rules = new TreeSet<>();
    listings.forEach(listing -> rules.addAll(listing.rules()));
    return new Missing(
        first.kind(),
        places.text(listings),
        first.outcome(),
        Objects.requireNonNullElse(first.reason(), ""),
        List.copyOf(rules),
        Objects.requireNonNullElse(first.grant(), ""));
  }

  private static List<Inspected> inspected(Report report, Places places) {
    Map<List<String>, List<Listing>> kinds = new LinkedHashMap<>();
    for (Listing listing : report.coverage().listings()) {
      if (listing.outcome().equals("listed")) {
        List<String> key = List.of(listing.kind(), listing.apiVersion());
        kinds.computeIfAbsent(key, any -> new ArrayList<>()).add(listing);
      }
    }
    return kinds.values().stream()
        .map(listings ->
            new Inspected(
                listings.getFirst().kind(),
                listings.getFirst().apiVersion(),
                places.text(listings),
                listings.stream().mapToInt(Listing::objects).sum()))
        .toList();
  }

  /** Says where listings were made. */
  private record Places(Words words, Formats formats) {

    String text(List<Listing> listings) {
      List<String> namespaces =
          listings.stream().map(Listing::namespace).filter(Objects::nonNull).distinct().toList();
      if (namespaces.isEmpty()) {
        return words.text("where.cluster");
      }
      String names = String.join(", ", namespaces.subList(0, Math.min(PLACES, namespaces.size())));
      int more = namespaces.size() - PLACES;
      return more <= 0 ? names : names + words.plural("where.more", more, formats.number(more));
    }
  }
}
