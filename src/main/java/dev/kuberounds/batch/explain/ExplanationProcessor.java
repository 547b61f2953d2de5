package dev.kuberounds.batch.explain;

import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.explanation.Explanation;
import dev.kuberounds.explanation.ExplanationAnswer;
import dev.kuberounds.explanation.ExplanationRequest;
import dev.kuberounds.history.StoredExplanations;
import dev.kuberounds.history.record.RecordedIncident.Explained;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Asks a model one request. What was paid for is stored the moment it arrives, outside the chunk's
 * transaction, so that a kill before the commit does not pay twice.
 */
final class ExplanationProcessor
    implements ItemProcessor<ExplanationRequest, SortedMap<String, Explained>> {

  private final Function<ExplanationRequest, ExplanationAnswer> explainer;
  private final Function<AnonymizedIncident, String> contentKey;
  private final CurrentRun current;
  private final StoredExplanations stored;

  ExplanationProcessor(
      Function<ExplanationRequest, ExplanationAnswer> explainer,
      Function<AnonymizedIncident, String> contentKey,
      CurrentRun current,
      StoredExplanations stored) {
    this.explainer = explainer;
    this.contentKey = contentKey;
    this.current = current;
    this.stored = stored;
  }

  @Override
  public SortedMap<String, Explained> process(ExplanationRequest request) {
    ExplanationAnswer answer = explainer.apply(request);
    SortedMap<String, Explained> outcomes = new TreeMap<>();
    for (AnonymizedIncident incident : request.incidents()) {
      Explanation explanation = answer.explanations().get(incident.incidentId());
      outcomes.put(
          incident.incidentId(),
          switch (explanation) {
            case Explanation.Explained explained -> keep(incident, explained);
            case Explanation.Unexplained(String reason) ->
                new Explained("unexplained", null, reason);
            case null -> new Explained("unexplained", null, "the answer left it out");
          });
    }
    stored.sent(current.id(), answer.exchanges(), answer.usage());
    return outcomes;
  }

  private Explained keep(AnonymizedIncident incident, Explanation.Explained explained) {
    String key = contentKey.apply(incident);
    stored.save(key, explained, Instant.now());
    return new Explained("explained", key, null);
  }
}
