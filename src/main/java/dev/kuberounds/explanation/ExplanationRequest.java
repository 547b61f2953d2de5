package dev.kuberounds.explanation;

import dev.kuberounds.anonymization.AnonymizedIncident;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Incidents that are asked about together.
 *
 * @param incidents in order; at least one
 */
public record ExplanationRequest(List<AnonymizedIncident> incidents) {

  public ExplanationRequest {
    incidents = List.copyOf(incidents);
    if (incidents.isEmpty()) {
      throw new IllegalArgumentException("a request needs an incident");
    }
  }

  /** The incidents by the short ids a model can copy: {@code incident-1}, ... */
  Map<String, AnonymizedIncident> byId() {
    Map<String, AnonymizedIncident> byId = new LinkedHashMap<>();
    for (AnonymizedIncident incident : incidents) {
      byId.put("incident-" + (byId.size() + 1), incident);
    }
    return Collections.unmodifiableMap(byId);
  }
}
