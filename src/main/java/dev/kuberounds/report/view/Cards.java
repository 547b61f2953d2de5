package dev.kuberounds.report.view;

import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.ReportedIncident.Step;
import dev.kuberounds.report.RulePage;
import dev.kuberounds.report.RulePages;
import dev.kuberounds.report.markup.FilledPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes the cards of a report's incidents. */
final class Cards {

  private static final int CHAIN = 12;
  private static final int EVIDENCE = 8;
  private static final int FINDINGS = 20;

  private final RulePages pages;
  private final Anchors anchors;
  private final Sentences sentences;
  private final Set<String> onPage = new HashSet<>();
  private final Map<String, ReportedFinding> findings = new HashMap<>();

  /** At most so many incidents have a place of their own on the page. */
  Cards(Report report, RulePages pages, Anchors anchors, Sentences sentences, int shown) {
    report.incidents().stream().limit(shown).forEach(incident -> onPage.add(incident.id()));
    this.sentences = sentences;
    this.pages = pages;
    this.anchors = anchors;
    report.findings().forEach(finding -> findings.put(finding.fingerprint(), finding));
  }

  /** All that is known of an incident. */
  Card full(int rank, ReportedIncident incident) {
    List<ReportedFinding> members = incident.findings().stream().map(this::finding).toList();
    ReportedFinding root = members.getFirst();
    List<Card.EvidenceRow> evidence = evidence(members);
    Optional<FilledPage> page = page(root);
    Chain chain = new Chain(incident);
    Card.Link start = chain.link(root.fingerprint(), "");
    return new Card(
        rank,
        anchors.anchor("", incident.id()),
        incident,
        root,
        sentences.affected(incident),
        start.effects().isEmpty() ? null : start,
        chain.left(),
        page.map(FilledPage::commands).orElse(List.of()),
        evidence.subList(0, Math.min(EVIDENCE, evidence.size())),
        Math.max(0, evidence.size() - EVIDENCE),
        members.stream().limit(FINDINGS).map(this::row).toList(),
        Math.max(0, members.size() - FINDINGS),
        page.orElse(null),
        page.map(text -> text.firstSentence(RulePage.Section.FIX)).orElse(""));
  }

  /** Only what a row of a table shows. */
  Card brief(int rank, ReportedIncident incident) {
    ReportedFinding root = finding(incident.findings().getFirst());
    String nextStep = page(root).map(page -> page.firstSentence(RulePage.Section.FIX)).orElse("");
    return new Card(
        rank,
        anchors.anchor("", incident.id()),
        incident,
        root,
        "",
        null,
        0,
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        null,
        nextStep);
  }

  private Optional<FilledPage> page(ReportedFinding root) {
    return pages.page(root.rule()).map(text -> new FilledPage(text, root));
  }

  Card.Row row(ReportedFinding finding) {
    String print = finding.fingerprint();
    String anchor = anchors.anchor("f-", print.substring(0, Math.min(12, print.length())));
    String incident = Objects.requireNonNullElse(finding.incident(), "");
    boolean shown = onPage.contains(incident);
    return new Card.Row(anchor, finding, shown ? anchors.anchor("", incident) : "");
  }

  private ReportedFinding finding(String fingerprint) {
    return Objects.requireNonNull(
        findings.get(fingerprint),
        () -> "an incident names finding " + fingerprint + ", which the report does not hold");
  }

  private static List<Card.EvidenceRow> evidence(List<ReportedFinding> members) {
    List<Card.EvidenceRow> rows = new ArrayList<>();
    for (ReportedFinding finding : members) {
      for (ReportedFinding.Evidence seen : finding.evidence()) {
        String id = Objects.requireNonNullElse(seen.id(), "");
        rows.add(new Card.EvidenceRow(id, finding.object(), seen.path(), seen.value()));
      }
    }
    return rows;
  }

  /** Walks from the root to its symptoms, each once. */
  private final class Chain {

    private final List<Step> path;
    private final Set<String> shown = new HashSet<>();

    Chain(ReportedIncident incident) {
      this.path = incident.path();
    }

    Card.Link link(String fingerprint, String relation) {
      shown.add(fingerprint);
      List<Card.Link> effects = new ArrayList<>();
      for (Step step : path) {
        boolean next = step.from().equals(fingerprint) && !shown.contains(step.to());
        if (next && shown.size() < CHAIN) {
          effects.add(link(step.to(), step.relation()));
        }
      }
      return new Card.Link(finding(fingerprint), relation, List.copyOf(effects));
    }

    int left() {
      return (int) path.stream().map(Step::to).distinct().filter(to -> !shown.contains(to)).count();
    }
  }
}
