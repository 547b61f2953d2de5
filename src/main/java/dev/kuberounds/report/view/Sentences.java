package dev.kuberounds.report.view;

import dev.kuberounds.cluster.Scope;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.Urgency;
import dev.kuberounds.report.text.Formats;
import dev.kuberounds.report.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sentences at the top of every format. */
final class Sentences {

  private static final int TITLE = 120;
  private static final int SCOPE = 300;

  private final Report report;
  private final Ledger ledger;
  private final Words words;
  private final Formats formats;

  Sentences(Report report, Ledger ledger, Words words, Formats formats) {
    this.report = report;
    this.ledger = ledger;
    this.words = words;
    this.formats = formats;
  }

  String verdict() {
    double ratio = report.coverage().ratio();
    return switch (report.verdict()) {
      case HEALTHY -> ratio < 1 || ledger.incomplete() ? partly(ratio) : healthy();
      case ATTENTION -> {
        int open = incidents(Urgency.SOON, Urgency.PLANNED).size();
        yield words.plural("sentence.attention", open, formats.number(open));
      }
      case CRITICAL -> {
        List<ReportedIncident> open = incidents(Urgency.IMMEDIATE);
        String title = open.isEmpty() ? "" : Formats.cut(open.getFirst().title(), TITLE);
        yield words.plural("sentence.critical", open.size(), formats.number(open.size()), title);
      }
      case UNGRADED -> words.text("sentence.ungraded", formats.percent(ratio), notInspected());
    };
  }

  /** The first thing that was not inspected, and how many more there are. */
  String notInspected() {
    List<Ledger.Missing> missing =
        ledger.missing().stream().filter(row -> !row.outcome().equals("absent")).toList();
    if (missing.isEmpty() && report.coverage().ratio() < 1) {
      missing = ledger.missing(); // a dump made without kinds that every cluster has
    }
    if (missing.isEmpty()) {
      int idle = ledger.idle().size();
      return idle == 0 ? "" : words.plural("coverage.idle", idle, formats.number(idle));
    }
    Ledger.Missing first = missing.getFirst();
    String worst =
        words.text("coverage.worst", first.kind(), words.text("listing." + first.outcome()));
    int more = missing.size() - 1;
    return more == 0 ? worst : words.plural("coverage.more", more, formats.number(more), worst);
  }

  /** The reach of an incident: what it counts more than none of. */
  String affected(ReportedIncident incident) {
    List<String> counts = new ArrayList<>();
    count(counts, "affected.workloads", incident.affected().workloads());
    count(counts, "affected.objects", incident.affected().objects());
    count(counts, "affected.namespaces", incident.affected().namespaces());
    return String.join(words.text("list.join"), counts);
  }

  /** The counts of a mail's subject: what to do, and what changed. */
  String counts() {
    List<String> counts = new ArrayList<>();
    int immediate = incidents(Urgency.IMMEDIATE).size();
    int open = incidents(Urgency.SOON, Urgency.PLANNED, Urgency.ADVISED).size();
    if (immediate > 0 || open == 0) {
      count(counts, "mail.count.immediate", immediate);
    } else {
      count(counts, "mail.count.open", open);
    }
    count(counts, "mail.count.new", report.summary().changes().fresh());
    count(counts, "mail.count.regressed", report.summary().changes().regressed());
    count(counts, "mail.count.resolved", report.summary().changes().resolved());
    return counts.isEmpty()
        ? words.text("mail.count.nothing")
        : String.join(words.text("list.join"), counts);
  }

  /** What restricts the scope; empty if nothing does. */
  String scope() {
    List<String> limits = new ArrayList<>();
    Scope scope = report.scope();
    if (!scope.namespaces().isEmpty()) {
      limits.add(words.text("scope.namespaces", String.join(", ", scope.namespaces())));
    }
    if (!scope.excludedNamespaces().isEmpty()) {
      limits.add(words.text("scope.excluded", String.join(", ", scope.excludedNamespaces())));
    }
    if (!scope.selector().isEmpty()) {
      limits.add(words.text("scope.selector", scope.selector()));
    }
    return Formats.cut(String.join(words.text("list.join"), limits), SCOPE);
  }

  private void count(List<String> counts, String key, int number) {
    if (number > 0) {
      counts.add(words.plural(key, number, formats.number(number)));
    }
  }

  private String healthy() {
    int notes = report.summary().findings().info();
    return words.plural("sentence.healthy", notes, formats.number(notes));
  }

  private String partly(double ratio) {
    return words.text("sentence.partly", formats.percent(ratio));
  }

  private List<ReportedIncident> incidents(Urgency... urgencies) {
    return report.incidents().stream()
        .filter(incident -> Arrays.asList(urgencies).contains(incident.urgency()))
        .toList();
  }
}
