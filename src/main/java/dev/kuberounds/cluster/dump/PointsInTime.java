package dev.kuberounds.cluster.dump;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest moment that objects mention as past: a dump was taken no earlier, and on a living
 * cluster not much later, because nodes and leases are renewed every few seconds.
 */
final class PointsInTime {

  private static final Set<String> PAST =
      Set.of(
          "acquireTime",
          "completionTime",
          "creationTimestamp",
          "eventTime",
          "finishedAt",
          "firstTimestamp",
          "lastHeartbeatTime",
          "lastObservedTime",
          "lastProbeTime",
          "lastScaleTime",
          "lastScheduleTime",
          "lastSuccessfulTime",
          "lastTimestamp",
          "lastTransitionTime",
          "lastUpdateTime",
          "renewTime",
          "startTime",
          "startedAt");

  /** Wishes and free text: what stands there may be any time. */
  private static final Set<String> FREE =
      Set.of("annotations", "labels", "spec", "data", "binaryData", "stringData");

  private static final String MANAGED = "managedFields";

  private @Nullable Instant newest;

  /** Looks at one object. */
  void read(String kind, JsonNode object) {
    if (kind.equals("Lease")) {
      fields(object.path("spec"));
    }
    fields(object);
  }

  /** Empty if no object mentions a time. */
  Optional<Instant> newest() {
    return Optional.ofNullable(newest);
  }

  private void fields(JsonNode node) {
    for (var field : node.properties()) {
      if (field.getKey().equals(MANAGED)) {
        field.getValue().forEach(entry -> moment(entry.path("time")));
      } else if (PAST.contains(field.getKey())) {
        moment(field.getValue());
      } else if (!FREE.contains(field.getKey())) {
        within(field.getValue());
      }
    }
  }

  private void within(JsonNode value) {
    if (value.isObject()) {
      fields(value);
    } else if (value.isArray()) {
      value.forEach(this::within);
    }
  }

  private void moment(JsonNode text) {
    if (text.isTextual()) {
      try {
        Instant moment = OffsetDateTime.parse(text.asText()).toInstant();
        newest = newest == null || moment.isAfter(newest) ? moment : newest;
      } catch (DateTimeException e) {
        // not a time after all
      }
    }
  }
}
