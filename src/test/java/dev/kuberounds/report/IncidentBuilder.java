package dev.kuberounds.report;

import dev.kuberounds.report.ReportedIncident.Affected;
import dev.kuberounds.report.ReportedIncident.Explanation;
import dev.kuberounds.report.ReportedIncident.RootCause;
import dev.kuberounds.report.ReportedIncident.Step;
import dev.kuberounds.report.ReportedIncident.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an incident for tests; its members are put in order of their causes. */
final class IncidentBuilder {

  private final List<FindingBuilder> members = new ArrayList<>();
  private final List<Step> path = new ArrayList<>();
  private final List<Unknown> unknown = new ArrayList<>();
  private Affected affected = new Affected(1, 1, 1);
  private @Nullable Explanation explanation;
  private @Nullable Instant due;

  private IncidentBuilder(FindingBuilder root) {
    members.add(root);
  }

  static IncidentBuilder incident(FindingBuilder root) {
    return new IncidentBuilder(root);
  }

  IncidentBuilder causes(FindingBuilder cause, String relation, FindingBuilder symptom) {
    members.add(symptom);
    path.add(new Step(cause.fingerprint(), symptom.fingerprint(), relation));
    return this;
  }

  IncidentBuilder affects(int objects, int workloads, int namespaces) {
    affected = new Affected(objects, workloads, namespaces);
    return this;
  }

  IncidentBuilder explained(Explanation given) {
    explanation = given;
    return this;
  }

  IncidentBuilder due(String at) {
    due = Instant.parse(at);
    return this;
  }

  IncidentBuilder unknown(String kind, @Nullable String namespace, String outcome) {
    unknown.add(new Unknown(kind, namespace, outcome));
    return this;
  }

  List<ReportedFinding> findings() {
    List<ReportedFinding> findings = new ArrayList<>();
    int next = 1;
    for (FindingBuilder member : members) {
      findings.add(member.build(id(), next));
      next += member.evidences();
    }
    return findings;
  }

  ReportedIncident build() {
    ReportedFinding root = findings().getFirst();
    return new ReportedIncident(
        id(),
        root.message(),
        root.severity(),
        new RootCause(root.rule(), root.subject(), root.fingerprint()),
        members.stream().map(FindingBuilder::fingerprint).toList(),
        affected,
        explanation,
        root.status(),
        root.firstSeen(),
        root.occurrences(),
        Urgency.of(root.severity(), root.status()),
        due,
        due != null && due.isBefore(ReportFixture.NOW),
        path,
        unknown);
  }

  private String id() {
    return "i-" + members.getFirst().fingerprint().substring(0, 12);
  }
}
