package dev.kuberounds.batch;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.explanation.Usage;
import dev.kuberounds.history.Comparisons;
import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.RecordedIncidents;
import dev.kuberounds.history.Runs;
import dev.kuberounds.history.StoredExplanations;
import dev.kuberounds.history.record.RecordedIncident;
import dev.kuberounds.history.record.RecordedIncident.Explained;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportedIncident;
import dev.kuberounds.report.ReportedIncident.Explanation;
import dev.kuberounds.report.assembly.Facts;
import dev.kuberounds.report.assembly.ReportAssembler;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The report of any stored run.
 *
 * @param assembler puts reports together
 */
public record RunReports(
    Runs runs,
    Inspections inspections,
    Comparisons comparisons,
    RecordedIncidents incidents,
    StoredExplanations explanations,
    Archive archive,
    ReportAssembler assembler) {

  public Report report(String id) {
    Facts facts = facts(id);
    Usage usage = explanations.usage(id);
    long cached =
        facts.incidents().stream()
            .flatMap(incident -> Optional.ofNullable(incident.explanation()).stream())
            .filter(explained -> explained.outcome().equals("cached"))
            .count();
    return assembler.assemble(
        facts,
        this::explanation,
        new Report.Usage(
            usage.requests(),
            Math.toIntExact(cached),
            usage.inputTokens(),
            usage.outputTokens(),
            null),
        previousManifest(facts.run()),
        Optional.ofNullable(facts.run().finishedAt()).orElseGet(Instant::now));
  }

  /** What a run comes to. */
  public Run.Result result(String id) {
    return assembler.result(facts(id));
  }

  private Facts facts(String id) {
    Run run = runs.find(id).orElseThrow(() -> new IllegalArgumentException("no run " + id));
    return new Facts(
        run,
        Optional.ofNullable(run.previous()).flatMap(runs::find).orElse(null),
        comparisons.findings(id),
        incidents.of(id),
        inspections.listings(id),
        inspections.rules(id),
        inspections.size(id));
  }

  /** The newest sealed run is the one before, or this one if it was sealed already. */
  private @Nullable String previousManifest(Run run) {
    return archive
        .newest(run.cluster().id())
        .filter(newest -> !newest.run().equals(run.id()))
        .map(SealedRun::sha256)
        .orElse(null);
  }

  private Optional<Explanation> explanation(RecordedIncident incident) {
    Explained what = incident.explanation();
    if (what == null) {
      return Optional.empty();
    }
    if (what.contentKey() == null) {
      return Optional.of(
          Explanation.unexplained(Objects.requireNonNullElse(what.reason(), "unknown")));
    }
    return explanations.find(what.contentKey()).map(stored -> explanation(what, stored));
  }

  private static Explanation explanation(Explained what, StoredExplanations.Stored stored) {
    var explained = stored.explained();
    List<ReportedIncident.Command> commands =
        explained.commands().stream()
            .map(c -> new ReportedIncident.Command(c.command(), c.mutates()))
            .toList();
    return new Explanation(
        what.outcome(),
        null,
        explained.model(),
        explained.language(),
        explained.cause(),
        explained.remedy(),
        commands,
        explained.confidence().name().toLowerCase(Locale.ROOT),
        what.contentKey(),
        null,
        stored.storedAt(),
        explained.evidence());
  }
}
