package dev.kuberounds.explanation;

import dev.kuberounds.explanation.backend.Backend;
import dev.kuberounds.explanation.limits.Breaker;
import dev.kuberounds.explanation.limits.Budget;
import dev.kuberounds.explanation.limits.Gate;
import dev.kuberounds.explanation.limits.Timing;

/** What all requests of a run share. */
record Run(
    ExplanationProperties properties,
    Prompt prompt,
    Backend backend,
    Budget budget,
    Breaker breaker,
    Gate gate,
    Timing timing) {

  Run(ExplanationProperties properties, Prompt prompt, Backend backend, Timing timing) {
    this(
        properties,
        prompt,
        backend,
        new Budget(
            properties.maxRequests(), properties.maxTokens(), properties.maxDuration(), timing),
        new Breaker(),
        new Gate(timing),
        timing);
  }

  /** Where requests go, for the transcript. */
  String url() {
    return properties.baseUrl().toString().replaceFirst("/+$", "") + "/chat/completions";
  }
}
