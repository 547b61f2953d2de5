package dev.kuberounds.report.view;

import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.RulePages;
import dev.kuberounds.report.Urgency;
import dev.kuberounds.report.text.Formats;
import dev.kuberounds.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Prepares reports for the templates of one language. */
public final class Views {

  private static final int FIRST = 5;
  private static final int CARDS = 150;
  private static final int ROWS = 1_000;
  private static final int ACTIONS = 500;

  private final RulePages pages;
  private final Words words;
  private final Formats formats;

  public Views(RulePages pages, Words words, Formats formats) {
    this.pages = pages;
    this.words = words;
    this.formats = formats;
  }

  public ReportView view(Report report) {
    Anchors anchors = new Anchors();
    Ledger ledger = Ledger.of(report, words, formats);
    Sentences sentences = new Sentences(report, ledger, words, formats);
    Cards maker = new Cards(report, pages, anchors, sentences, ROWS);
    List<Card> cards = new ArrayList<>();
    for (ReportedIncident incident : report.incidents()) {
      int rank = cards.size() + 1;
      cards.add(rank <= CARDS ? maker.full(rank, incident) : maker.brief(rank, incident));
    }
    List<Card> actions =
        cards.stream().filter(card -> card.incident().urgency() != Urgency.NONE).toList();
    int shown = Math.min(CARDS, cards.size());
    int rows = Math.min(ROWS, cards.size());
    int listed = Math.min(ACTIONS, actions.size());
    return new ReportView(
        words.language(),
        sentences.scope(),
        sentences.verdict(),
        sentences.counts(),
        sentences.notInspected(),
        (int) (report.coverage().ratio() * 1000),
        actions.subList(0, Math.min(FIRST, actions.size())),
        cards.subList(0, shown),
        cards.subList(shown, rows),
        cards.size() - rows,
        actions.subList(0, listed),
        actions.size() - listed,
        ledger,
        namespaces(report, maker, anchors),
        report.resolved().stream().map(maker::row).toList(),
        report.run().previousRun() != null);
  }

  private static List<ReportView.Group> namespaces(Report report, Cards maker, Anchors anchors) {
    Map<String, List<Card.Row>> byNamespace = new TreeMap<>();
    for (ReportedFinding finding : report.findings()) {
      String namespace = Objects.requireNonNullElse(finding.object().namespace(), "");
      byNamespace.computeIfAbsent(namespace, any -> new ArrayList<>()).add(maker.row(finding));
    }
    List<ReportView.Group> groups = new ArrayList<>();
    byNamespace.forEach((namespace, rows) ->
        groups.add(
            new ReportView.Group(anchors.anchor("ns-", namespace), namespace, List.copyOf(rows))));
    return groups;
  }
}
