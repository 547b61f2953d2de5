package dev.kuberounds.explanation;

import dev.kuberounds.anonymization.AnonymizationKey;
import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.Anonymizer;
import dev.kuberounds.anonymization.Identifiers;
import dev.kuberounds.anonymization.Incidents;
import dev.kuberounds.explanation.limits.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Makes properties, explainers and questions for tests. */
final class Explainers {

  private static final Anonymizer ANONYMIZER = new Anonymizer(AnonymizationKey.random());

  private Explainers() {}

  /** Properties with defaults, and these by name in turn with their values. */
  static ExplanationProperties properties(String... namesAndValues) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      source.put("rounds.explanation." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Binder(source).bindOrCreate("rounds.explanation", ExplanationProperties.class);
  }

  /** Properties to ask a server, and more of them. */
  static ExplanationProperties asking(RecordingOpenAiServer server, String... namesAndValues) {
    return properties(
        Stream.concat(
                Stream.of(
                    "backend",
                    "openai",
                    "model",
                    "tiny",
                    "base-url",
                    server.baseUrl(),
                    "api-key-env",
                    "NO_SUCH_VARIABLE"),
                Stream.of(namesAndValues))
            .toArray(String[]::new));
  }

  /** A request about crash loops of these Deployments. */
  static ExplanationRequest about(String... deployments) {
    return new ExplanationRequest(Stream.of(deployments).map(Explainers::incident).toList());
  }

  static AnonymizedIncident incident(String deployment) {
    return ANONYMIZER.anonymize(
        Incidents.crashLoop("shop-prod", deployment, "till", "no such file"), Identifiers.NONE);
  }

  /** The reasons why incidents are unexplained, by incident. */
  static Map<String, String> reasons(ExplanationAnswer answer) {
    Map<String, String> reasons = new TreeMap<>();
    answer
        .explanations()
        .forEach((id, explanation) -> {
          if (explanation instanceof Explanation.Unexplained(String reason)) {
            reasons.put(id, reason);
          }
        });
    return reasons;
  }

  /** A clock that does not wait: pauses are noted, and time goes on by them. */
  static final class FastTiming implements Timing {

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-23T04:00:00Z");

    @Override
    public synchronized Instant now() {
      return now;
    }

    @Override
    public synchronized void pause(Duration time) {
      pauses.add(time);
      now = now.plus(time);
    }
  }
}
