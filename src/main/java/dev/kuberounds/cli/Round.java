package dev.kuberounds.cli;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.batch.BatchProperties;
import dev.kuberounds.batch.RoundLauncher;
import dev.kuberounds.batch.RunReports;
import dev.kuberounds.history.Receipts;
import dev.kuberounds.history.Receipts.RecordedReceipt;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.Status;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Runs one round, prints its summary and finds the exit code. */
final class Round {

  private static final Set<Status> FRESH = EnumSet.of(Status.NEW, Status.REGRESSED);

  private Round() {}

  static int run(ApplicationContext context) throws Exception {
    RoundLauncher.Ending ending = context.getBean(RoundLauncher.class).launch();
    if (ending.interrupted()) {
      // the context is being closed by the shutdown that interrupted the round
      return ExitCode.RESTARTABLE;
    }
    if (ending.failure().isPresent()) {
      return Failures.report(ending.failure().get());
    }
    Run run = ending.run().orElseThrow();
    Report report = context.getBean(RunReports.class).report(run.id());
    var archive = context.getBean(Archive.class);
    Summary.print(report, archive.folder(run.cluster().id()).resolve(run.id()), System.out);
    return exitCode(
        report,
        context.getBean(BatchProperties.class),
        context.getBean(Receipts.class).of(run.id()).stream().allMatch(RecordedReceipt::delivered));
  }

  /** A gate that was hit is the strongest word, then missing coverage, then a failed delivery. */
  static int exitCode(Report report, BatchProperties batch, boolean delivered) {
    if (batch.failSeverity().isPresent()
        && report.findings().stream().anyMatch(finding -> fails(finding, batch))) {
      return ExitCode.GATE;
    }
    Double least = batch.minCoverage();
    if (least != null && report.coverage().ratio() < least) {
      return ExitCode.COVERAGE;
    }
    return delivered ? ExitCode.DONE : ExitCode.DELIVERY;
  }

  private static boolean fails(ReportedFinding finding, BatchProperties batch) {
    return finding.severity().atLeast(batch.failSeverity().orElseThrow())
        && (!batch.failOnNewOnly() || FRESH.contains(finding.status()));
  }
}
