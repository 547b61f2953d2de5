package dev.kuberounds.batch.deliver;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.batch.RunReports;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.Receipt;
import dev.kuberounds.history.Receipts.RecordedReceipt;
import dev.kuberounds.report.MailRenderer;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Brings one run to one destination. */
public final class DeliveryProcessor implements ItemProcessor<PendingDelivery, RecordedReceipt> {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessor.class);

  private final CurrentRun current;
  private final Archive archive;
  private final RunReports reports;
  private final MailRenderer mails;

  public DeliveryProcessor(
      CurrentRun current, Archive archive, RunReports reports, MailRenderer mails) {
    this.current = current;
    this.archive = archive;
    this.reports = reports;
    this.mails = mails;
  }

  @Override
  public RecordedReceipt process(PendingDelivery pending) {
    Optional<SealedRun> sealed = archive.find(current.get().cluster().id(), pending.run());
    String destination = pending.destination().name();
    Receipt receipt =
        sealed
            .map(run -> pending.destination().deliver(delivery(run)))
            .orElseGet(
                () -> new Receipt.Failed(destination, "the run is not in the archive any more"));
    return switch (receipt) {
      case Receipt.Delivered(var _, var detail) -> {
        LOG.info("delivered run={} destination={} {}", pending.run(), destination, detail);
        yield new RecordedReceipt(pending.run(), destination, true, detail, Instant.now());
      }
      case Receipt.Failed(var _, var reason) -> {
        LOG.warn("not delivered run={} destination={} {}", pending.run(), destination, reason);
        yield new RecordedReceipt(pending.run(), destination, false, reason, Instant.now());
      }
    };
  }

  private Delivery delivery(SealedRun run) {
    return new Delivery(run, mails.render(reports.report(run.run()), run.sha256(), null));
  }
}
