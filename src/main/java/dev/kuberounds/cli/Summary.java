package dev.kuberounds.cli;

import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportedIncident;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The result of a round in about ten lines. */
final class Summary {

  private static final int FIRST_TO_DO = 5;
  private static final int WIDTH = 110;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Summary() {}

  static void print(Report report, Path folder, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "Ward round: %s  Kubernetes %s | %s | %d namespaces, %d nodes, %d objects%n",
        report.cluster().id(),
        Objects.requireNonNullElse(report.cluster().version(), "(version unknown)"),
        MINUTE.format(taken(report)),
        report.cluster().namespaces(),
        report.cluster().nodes(),
        report.cluster().objects());
    var counts = report.summary().findings();
    out.printf(
        Locale.ROOT,
        "%s  %s | findings: %d critical, %d high, %d medium, %d low, %d notes in %d incidents%n",
        report.verdict().word().toUpperCase(Locale.ROOT),
        score(report),
        counts.critical(),
        counts.high(),
        counts.medium(),
        counts.low(),
        counts.info(),
        report.summary().incidents());
    out.println("Inspected " + coverage(report));
    List<ReportedIncident> first = report.incidents().stream().limit(FIRST_TO_DO).toList();
    for (int i = 0; i < first.size(); i++) {
      out.println(
          "%2d %-8s %s"
              .formatted(
                  i + 1, first.get(i).severity().word(), Line.cut(first.get(i).title(), WIDTH)));
    }
    out.println(changes(report));
    Path main = folder.resolve("report.html");
    out.println("Report: " + (Files.exists(main) ? main : folder).toAbsolutePath().normalize());
  }

  private static Instant taken(Report report) {
    return report.cluster().takenAt();
  }

  private static String score(Report report) {
    return report.score().value() == null
        ? "not graded"
        : "score %s %s".formatted(report.score().value(), report.score().grade());
  }

  private static String coverage(Report report) {
    List<String> missing =
        report.coverage().listings().stream()
            .filter(listing -> !listing.outcome().equals("listed"))
            .map(listing ->
                listing.kind()
                    + (listing.namespace() == null ? "" : " in " + listing.namespace())
                    + " ("
                    + listing.outcome()
                    + ")")
            .toList();
    String percent =
        String.format(Locale.ROOT, "%.1f %%", Math.floor(report.coverage().ratio() * 1000) / 10);
    if (missing.isEmpty()) {
      return percent;
    }
    String more = missing.size() > 3 ? ", %d more".formatted(missing.size() - 3) : "";
    return percent
        + "; not inspected: "
        + String.join(", ", missing.subList(0, Math.min(3, missing.size())))
        + more;
  }

  private static String changes(Report report) {
    if (report.run().previousRun() == null) {
      return "First run: nothing to compare with.";
    }
    var changes = report.summary().changes();
    return "Since the last run: %d new, %d back again, %d changed, %d resolved, %d unchanged, %d not comparable"
        .formatted(
            changes.fresh(),
            changes.regressed(),
            changes.changed(),
            changes.resolved(),
            changes.unchanged(),
            changes.notComparable());
  }
}
