package dev.kuberounds.report.view;

import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.ReportedIncident.Command;
import dev.kuberounds.report.markup.FilledPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident as its card shows it.
 *
 * @param rank from 1, the most important first
 * @param anchor id on the page
 * @param root the finding it starts with
 * @param affected its reach in words
 * @param chain how it spreads; null if there is nothing but the root
 * @param chainLeft symptoms the chain leaves out
 * @param commands those that change the cluster last
 * @param evidenceLeft evidence left out
 * @param findings rows of its findings, the root first
 * @param findingsLeft findings left out
 * @param page the root's rule page; null if the rule has none
 * @param nextStep one sentence; empty if nothing is known
 */
public record Card(
    int rank,
    String anchor,
    ReportedIncident incident,
    ReportedFinding root,
    String affected,
    @Nullable Link chain,
    int chainLeft,
    List<Command> commands,
    List<EvidenceRow> evidence,
    int evidenceLeft,
    List<Row> findings,
    int findingsLeft,
    @Nullable FilledPage page,
    String nextStep) {

  /**
   * A finding in the chain, with what it causes.
   *
   * @param relation to the finding above it; empty for the root
   */
  public record Link(ReportedFinding finding, String relation, List<Link> effects) {}

  /**
   * A piece of evidence.
   *
   * @param id how explanations cite it; empty if nothing does
   */
  public record EvidenceRow(String id, ObjectRef object, String path, String value) {}

  /**
   * A finding and its id on the page.
   *
   * @param incident id of its incident on the page; empty if it is not there
   */
  public record Row(String anchor, ReportedFinding finding, String incident) {}
}
