package dev.kuberounds.batch.explain;

import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.explanation.ExplanationRequest;
import dev.kuberounds.explanation.RequestPacker;
import dev.kuberounds.history.RecordedIncidents;
import dev.kuberounds.history.StoredExplanations;
import dev.kuberounds.history.record.RecordedIncident.Explained;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads requests to a model: incidents, anonymized, less those with a valid stored explanation,
 * several in one request.
 */
final class RequestReader implements ItemReader<ExplanationRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(RequestReader.class);

  private final ItemReader<Incident> incidents;
  private final ItemProcessor<Incident, AnonymizedIncident> anonymization;
  private final RequestPacker packer;
  private final Function<AnonymizedIncident, String> contentKey;
  private final CurrentRun current;
  private final RecordedIncidents recorded;
  private final StoredExplanations stored;
  private @Nullable Iterator<ExplanationRequest> requests;

  RequestReader(
      ItemReader<Incident> incidents,
      ItemProcessor<Incident, AnonymizedIncident> anonymization,
      RequestPacker packer,
      Function<AnonymizedIncident, String> contentKey,
      CurrentRun current,
      RecordedIncidents recorded,
      StoredExplanations stored) {
    this.incidents = incidents;
    this.anonymization = anonymization;
    this.packer = packer;
    this.contentKey = contentKey;
    this.current = current;
    this.recorded = recorded;
    this.stored = stored;
  }

  @Override
  public @Nullable ExplanationRequest read() throws Exception {
    if (requests == null) {
      requests = packer.pack(unexplained()).iterator();
    }
    return requests.hasNext() ? requests.next() : null;
  }

  private List<AnonymizedIncident> unexplained() throws Exception {
    List<AnonymizedIncident> open = new ArrayList<>();
    int cached = 0;
    for (Incident next = incidents.read(); next != null; next = incidents.read()) {
      AnonymizedIncident incident = anonymization.process(next);
      if (incident == null) {
        continue;
      }
      String key = contentKey.apply(incident);
      if (stored.find(key).isPresent()) {
        recorded.explained(current.id(), incident.incidentId(), new Explained("cached", key, null));
        cached++;
      } else {
        open.add(incident);
      }
    }
    LOG.info("explaining incidents={} stored={}", open.size(), cached);
    return open;
  }
}
