package dev.kuberounds.explanation;

import dev.kuberounds.anonymization.AnonymizedIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Packs incidents into as few requests as count and tokens allow, in their order. */
public final class RequestPacker {

  private final int most;
  private final int tokens;

  public RequestPacker(ExplanationProperties properties) {
    this.most = properties.incidentsPerRequest();
    this.tokens =
        properties.requestTokens() - Prompt.tokens(Prompt.in(properties.language()).instructions());
  }

  /** One incident is a request even if it alone has too many tokens. */
  public List<ExplanationRequest> pack(List<AnonymizedIncident> incidents) {
    List<ExplanationRequest> requests = new ArrayList<>();
    List<AnonymizedIncident> open = new ArrayList<>();
    int used = 0;
    for (AnonymizedIncident incident : incidents) {
      int size = Prompt.tokens(Prompt.data(Map.of("incident-1", incident)));
      if (!open.isEmpty() && (open.size() == most || used + size > tokens)) {
        requests.add(new ExplanationRequest(open));
        open.clear();
        used = 0;
      }
      open.add(incident);
      used += size;
    }
    if (!open.isEmpty()) {
      requests.add(new ExplanationRequest(open));
    }
    return requests;
  }
}
