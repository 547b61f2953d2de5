package dev.kuberounds.cluster.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.read.KeyOrder;
import dev.kuberounds.cluster.read.ObjectDecoder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a dump holds: the objects of the wanted kinds, each once, and what became of the rest. */
final class DumpContents {

  static final String TAKEN_AT = "kube-rounds.dev/taken-at";
  static final String VERSION = "kube-rounds.dev/version";

  private static final String DEFAULT_NAMESPACE = "default";

  /** The group that apps, networking and policy came from. */
  private static final String FORMER_GROUP = "extensions";

  private final Collection<Kind> wanted;
  private final ObjectDecoder decoder = new ObjectDecoder();
  private final PointsInTime times = new PointsInTime();
  private final Map<Kind, Map<String, HasMetadata>> objects = new LinkedHashMap<>();
  private final Map<Kind, List<String>> unreadable = new LinkedHashMap<>();
  private final Set<String> namespaces = new HashSet<>();
  private final Map<String, String> description = new LinkedHashMap<>();
  private boolean empty = true;

  DumpContents(Collection<Kind> wanted) {
    this.wanted = wanted;
  }

  /** The dump has a list of this kind, though perhaps without items. */
  void contains(String apiVersion, String kind) {
    empty = false;
    wanted(apiVersion, kind).ifPresent(this::objectsOf);
  }

  void add(String apiVersion, String kindName, JsonNode object) {
    if (kindName.isEmpty()) {
      return; // whatever it is, it is no object of Kubernetes
    }
    empty = false;
    times.read(kindName, object);
    JsonNode metadata = object.path("metadata");
    if (metadata.path("namespace").isTextual()) {
      namespaces.add(metadata.path("namespace").asText());
    }
    wanted(apiVersion, kindName).ifPresent(kind -> add(apiVersion, kind, object));
  }

  /** Takes what the metadata of a list tells about the dump. */
  void describe(JsonNode metadata) {
    for (String key : List.of(TAKEN_AT, VERSION)) {
      JsonNode value = metadata.path("annotations").path(key);
      if (value.isTextual()) {
        description.putIfAbsent(key, value.asText());
      }
    }
  }

  /** An annotation of the dump itself. */
  Optional<String> description(String key) {
    return Optional.ofNullable(description.get(key));
  }

  boolean isEmpty() {
    return empty;
  }

  /** The newest time that any object mentions, wanted or not. */
  Optional<Instant> newest() {
    return times.newest();
  }

  /** The namespaces that are in the dump, or at least something in them. */
  Set<String> namespaces() {
    return namespaces;
  }

  Collection<HasMetadata> objects(Kind kind) {
    return objects.getOrDefault(kind, Map.of()).values();
  }

  Outcome outcome(Kind kind) {
    List<String> troubles = unreadable.getOrDefault(kind, List.of());
    if (!objects.containsKey(kind)) {
      return new Outcome.Absent("not in the dump");
    }
    if (troubles.isEmpty()) {
      return new Outcome.Listed();
    }
    int all = troubles.size() + objects(kind).size();
    String reason =
        "%d of %d objects not readable: %s".formatted(troubles.size(), all, troubles.getFirst());
    return objects(kind).isEmpty() ? new Outcome.Failed(reason) : new Outcome.Truncated(reason);
  }

  private void add(String apiVersion, Kind kind, JsonNode tree) {
    Map<String, HasMetadata> known = objectsOf(kind);
    HasMetadata object;
    try {
      object = decoder.decode(tree, kind, apiVersion);
    } catch (IOException e) {
      unreadable
          .computeIfAbsent(kind, any -> new ArrayList<>())
          .add("%s %s (%s): %s".formatted(kind.name(), path(tree), apiVersion, words(e)));
      return;
    }
    if (object instanceof Event event && "Normal".equals(event.getType())) {
      return; // as in a live cluster: only what went wrong is asked for
    }
    if (kind.namespaced() && object.getMetadata().getNamespace() == null) {
      object.getMetadata().setNamespace(DEFAULT_NAMESPACE); // where kubectl would have put it
      namespaces.add(DEFAULT_NAMESPACE);
    }
    if (object instanceof Namespace) {
      namespaces.add(object.getMetadata().getName());
    }
    known.putIfAbsent(KeyOrder.key(object), object);
  }

  private Map<String, HasMetadata> objectsOf(Kind kind) {
    return objects.computeIfAbsent(kind, any -> new LinkedHashMap<>());
  }

  private Optional<Kind> wanted(String apiVersion, String name) {
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    return wanted.stream()
        .filter(kind -> kind.name().equals(name))
        .filter(kind -> kind.group().equals(group) || group.equals(FORMER_GROUP))
        .findFirst();
  }

  private static String path(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    String namespace = metadata.path("namespace").asText();
    String name = metadata.path("name").asText("without name");
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  private static String words(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("").replaceFirst(" \\(class .*", "");
  }
}
