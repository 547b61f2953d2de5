package dev.kuberounds.report.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * A report as its templates show it.
 *
 * @param language tag of the report's own words
 * @param scope the part of the cluster in words; empty if it is all of it
 * @param sentence the verdict in one sentence
 * @param counts what to do and what changed, in a few words
 * @param notInspected what was not inspected, in a few words; empty if everything was
 * @param coverageMark length of the coverage bar, 0..1000
 * @param first what to do first, at most five
 * @param cards incidents shown in full
 * @param rest incidents shown as rows only
 * @param restLeft incidents shown nowhere but in report.json
 * @param actions what somebody should do
 * @param actionsLeft actions left out
 * @param ledger what was looked at
 * @param namespaces all findings
 * @param resolved what is gone
 * @param comparable whether there is a previous run to compare with
 */
public record ReportView(
    String language,
    String scope,
    String sentence,
    String counts,
    String notInspected,
    int coverageMark,
    List<Card> first,
    List<Card> cards,
    List<Card> rest,
    int restLeft,
    List<Card> actions,
    int actionsLeft,
    Ledger ledger,
    List<Group> namespaces,
    List<Card.Row> resolved,
    boolean comparable) {

  /**
   * The findings of one namespace.
   *
   * @param namespace empty for what belongs to no namespace
   */
  public record Group(String anchor, String namespace, List<Card.Row> findings) {}

  /** Incidents by rank, as many as are shown. */
  public List<Card> incidents() {
    return Stream.concat(cards.stream(), rest.stream()).toList();
  }
}
