package dev.kuberounds.analysis.view;

import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSeries;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The warning events of a snapshot by the object they are about: by uid, or by kind and name where
 * the event has none. Never by name alone.
 */
public final class Events {

  private final Map<String, List<Event>> byObject;

  private Events(Snapshot snapshot) {
    byObject =
        snapshot.all(Event.class).stream()
            .filter(event -> event.getInvolvedObject() != null)
            .collect(Collectors.groupingBy(Events::key, HashMap::new, Collectors.toList()));
  }

  public static Events of(Snapshot snapshot) {
    return snapshot.inventory().derive(Events.class, () -> new Events(snapshot));
  }

  /**
   * Events of the given reasons about exactly this object, the newest first.
   *
   * @param fresh how old the last occurrence may be
   */
  public Stream<Event> fresh(HasMetadata object, Instant now, Duration fresh, String... reasons) {
    Set<String> wanted = Set.of(reasons);
    String uid = object.getMetadata().getUid();
    String byName = object.getKind() + "/" + object.getMetadata().getName();
    return Stream.concat(
            uid == null ? Stream.empty() : byObject.getOrDefault(uid, List.of()).stream(),
            byObject.getOrDefault(byName, List.of()).stream())
        .filter(event -> event.getReason() != null && wanted.contains(event.getReason()))
        .filter(event -> lastSeen(event).map(seen -> !seen.plus(fresh).isBefore(now)).orElse(true))
        .sorted(Comparator.comparing((Event event) -> lastSeen(event).orElse(now)).reversed());
  }

  /** True if the event is about this container of a pod. */
  public static boolean about(Event event, String container) {
    String path = event.getInvolvedObject().getFieldPath();
    return path != null && path.endsWith("{" + container + "}");
  }

  /** When it last happened. */
  public static Optional<Instant> lastSeen(Event event) {
    return Times.newest(
        Optional.ofNullable(event.getSeries())
            .map(EventSeries::getLastObservedTime)
            .map(MicroTime::getTime)
            .orElse(null),
        Optional.ofNullable(event.getEventTime()).map(MicroTime::getTime).orElse(null),
        event.getLastTimestamp());
  }

  /** How often it happened. */
  public static int count(Event event) {
    return Optional.ofNullable(event.getSeries())
        .map(EventSeries::getCount)
        .or(() -> Optional.ofNullable(event.getCount()))
        .orElse(1);
  }

  private static String key(Event event) {
    ObjectReference object = event.getInvolvedObject();
    return object.getUid() != null && !object.getUid().isEmpty()
        ? object.getUid()
        : object.getKind() + "/" + object.getName();
  }
}
