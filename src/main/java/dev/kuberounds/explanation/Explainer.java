package dev.kuberounds.explanation;

import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.LeakCheck;
import dev.kuberounds.explanation.Explanation.Explained;
import dev.kuberounds.explanation.Explanation.Unexplained;
import dev.kuberounds.explanation.backend.Backend;
import dev.kuberounds.explanation.limits.Timing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks about incidents, within the budgets of one run. Whatever fails is an {@link Unexplained}
 * with a reason. Safe for use by many threads.
 */
public final class Explainer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Explainer.class);

  private final Run run;
  private final Semaphore places;

  private Explainer(Run run) {
    this.run = run;
    this.places = new Semaphore(run.properties().concurrency(), true);
  }

  /**
   * The explainer of one run. With the backend {@code none} it explains nothing, and loads no AI
   * client.
   *
   * @throws IllegalArgumentException if a file that is configured cannot be used
   */
  public static Explainer of(ExplanationProperties properties) {
    return of(properties, Timing.SYSTEM);
  }

  static Explainer of(ExplanationProperties properties, Timing timing) {
    Backend backend = Backends.of(properties);
    return new Explainer(new Run(properties, Prompt.in(properties.language()), backend, timing));
  }

  /** Names the question about an incident; while it stays the same, a stored answer is valid. */
  public String contentKey(AnonymizedIncident incident) {
    return incident.contentKey(
        run.properties().model(), promptVersion(), run.properties().language());
  }

  /** SHA-256 of the prompt's template in hex. */
  public String promptVersion() {
    return run.prompt().version();
  }

  /** Asks, and asks once more about what the answer leaves out. */
  public ExplanationAnswer explain(ExplanationRequest request) {
    Asking asking = new Asking(run);
    Map<String, Explanation> explanations = new LinkedHashMap<>();
    String reason;
    try {
      places.acquire();
      try {
        reason = ask(asking, request, explanations);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason = "interrupted";
    } catch (RuntimeException e) { // a bug, but the report comes first; the message may hold names
      log.warn("cannot explain: {}; this is a bug", e.getClass().getName());
      reason = "internal error: " + e.getClass().getSimpleName();
    }
    SortedMap<String, Explanation> byIncident = new TreeMap<>();
    for (Map.Entry<String, AnonymizedIncident> asked : request.byId().entrySet()) {
      byIncident.put(
          asked.getValue().incidentId(),
          explanations.getOrDefault(asked.getKey(), new Unexplained(reason)));
    }
    log.debug(
        "asked incidents={} explained={} requests={}",
        byIncident.size(),
        explanations.size(),
        asking.usage().requests());
    return new ExplanationAnswer(byIncident, asking.usage(), asking.exchanges());
  }

  /** Returns why the incidents that are not explained are not. */
  private String ask(
      Asking asking, ExplanationRequest request, Map<String, Explanation> explanations)
      throws InterruptedException {
    Map<String, AnonymizedIncident> pending = new LinkedHashMap<>(request.byId());
    LeakCheck check = LeakCheck.of(pending.values());
    String reason = "";
    for (int time = 1; time <= 2 && !pending.isEmpty(); time++) {
      switch (asking.about(pending, check)) {
        case Told.Nothing(String why) -> {
          return why;
        }
        case Told.Leaking(String type) -> {
          log.warn("sent nothing about {} incidents: leak prevented: {}", pending.size(), type);
          if (pending.size() > 1) { // the others need not suffer for one
            askEach(asking, pending, check, explanations);
          }
          return "leak prevented: " + type;
        }
        case Told.Something(String text, boolean cutOff, String model) -> {
          Map<String, Explained> read = reader(model).read(text, pending);
          explanations.putAll(read);
          pending.keySet().removeAll(read.keySet());
          reason =
              cutOff
                  ? "the answer was cut off (answer-tokens), asked twice"
                  : "no usable answer, asked twice";
        }
      }
    }
    return reason;
  }

  private void askEach(
      Asking asking,
      Map<String, AnonymizedIncident> pending,
      LeakCheck check,
      Map<String, Explanation> explanations)
      throws InterruptedException {
    for (Map.Entry<String, AnonymizedIncident> one : pending.entrySet()) {
      Map<String, AnonymizedIncident> alone = Map.of(one.getKey(), one.getValue());
      Map<String, ? extends Explanation> read =
          switch (asking.about(alone, check)) {
            case Told.Nothing(String why) -> Map.of(one.getKey(), new Unexplained(why));
            case Told.Leaking(String type) ->
                Map.of(one.getKey(), new Unexplained("leak prevented: " + type));
            case Told.Something(String text, var _, String model) ->
                reader(model).read(text, alone);
          };
      explanations.putAll(
          read.isEmpty() ? Map.of(one.getKey(), new Unexplained("no usable answer")) : read);
    }
  }

  private AnswerReader reader(String model) {
    return new AnswerReader(model, run.properties().language());
  }

  @Override
  public void close() {
    run.backend().close();
  }
}
