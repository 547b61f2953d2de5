package dev.kuberounds.report.assembly;

import dev.kuberounds.history.record.RecordedListing;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The share of what was to be read that was read: the mean over the kinds. A kind listed for the
 * whole cluster counts 1, a truncated one one half; of one that was read in some namespaces only,
 * the share of namespaces counts. A built-in kind is always served, so one that is absent (as in a
 * dump made without it) counts as not read.
 */
final class CoverageRatio {

  private static final double HALF_READ = 0.5;

  private CoverageRatio() {}

  /**
   * @param namespaces number of namespaces of the cluster, as far as they are known
   */
  static double of(List<RecordedListing> listings, int namespaces) {
    return listings.stream()
        .collect(Collectors.groupingBy(listing -> listing.apiVersion() + "/" + listing.kind()))
        .values()
        .stream()
        .mapToDouble(lines -> share(lines, namespaces))
        .average()
        .orElse(0);
  }

  private static double share(Collection<RecordedListing> lines, int namespaces) {
    List<RecordedListing> single = lines.stream().filter(line -> line.namespace() != null).toList();
    double read = single.stream().mapToDouble(CoverageRatio::share).sum();
    return lines.stream()
        .filter(line -> line.namespace() == null)
        .mapToDouble(whole ->
            whole.listed() || single.isEmpty()
                ? share(whole)
                : read / Math.max(namespaces, single.size() + 1))
        .findFirst()
        .orElseGet(() -> read / single.size());
  }

  private static double share(RecordedListing line) {
    return switch (line.outcome()) {
      case "listed" -> 1;
      case "truncated" -> HALF_READ;
      default -> 0;
    };
  }
}
