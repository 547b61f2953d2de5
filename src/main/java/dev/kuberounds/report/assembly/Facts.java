package dev.kuberounds.report.assembly;

import dev.kuberounds.history.Inspections;
import dev.kuberounds.history.record.RecordedFinding;
import dev.kuberounds.history.record.RecordedIncident;
import dev.kuberounds.history.record.RecordedListing;
import dev.kuberounds.history.record.RuleRun;
import dev.kuberounds.history.record.Run;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What history knows of one run.
 *
 * @param run the run
 * @param previous the run it is compared with; null in a first run
 * @param findings with their states, those not seen again included
 * @param incidents by rank
 * @param listings the coverage ledger
 * @param rules what became of the rules, by scope and id
 * @param size how much was read
 */
public record Facts(
    Run run,
    @Nullable Run previous,
    List<RecordedFinding> findings,
    List<RecordedIncident> incidents,
    List<RecordedListing> listings,
    Map<String, SortedMap<String, RuleRun>> rules,
    Inspections.Size size) {

  /** Share 0..1 of what was to be read and was. */
  public double coverage() {
    return CoverageRatio.of(listings, Math.max(size.namespaces(), knownNamespaces()));
  }

  private int knownNamespaces() {
    return listings.stream()
        .filter(listing -> listing.kind().equals("Namespace"))
        .mapToInt(RecordedListing::objects)
        .max()
        .orElse(0);
  }
}
