package dev.kuberounds.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link FakeApiServer} says it serves, and under which path. */
final class FakeDiscovery {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Collection<Kind> kinds;
  private final Map<Kind, String> versions;
  private final Set<Kind> silent;
  private final boolean plain;

  FakeDiscovery(
      Collection<Kind> kinds, Map<Kind, String> versions, Set<Kind> silent, boolean plain) {
    this.kinds = kinds;
    this.versions = versions;
    this.silent = silent;
    this.plain = plain;
  }

  /** Null: the path does not belong to discovery. */
  @Nullable ObjectNode answer(String path) {
    if (!path.equals("/api") && !path.equals("/apis")) {
      return null;
    }
    Set<String> groups =
        kinds.stream()
            .map(Kind::group)
            .filter(group -> group.isEmpty() == path.equals("/api"))
            .collect(Collectors.toCollection(TreeSet::new));
    return plain ? plainRoot(path, groups) : aggregated(groups);
  }

  /** The kind listed at a path; null: none. */
  @Nullable Kind kind(String path) {
    String wanted = path.replaceFirst("/namespaces/[^/]+/", "/");
    return kinds.stream()
        .filter(kind -> (prefix(kind) + "/" + kind.plural()).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private ObjectNode aggregated(Set<String> groups) {
    ObjectNode answer = NODES.objectNode().put("kind", "APIGroupDiscoveryList");
    ArrayNode items = answer.putArray("items");
    for (String group : groups) {
      ObjectNode item = items.addObject();
      item.putObject("metadata").put("name", group);
      ArrayNode list = item.putArray("versions");
      for (Kind kind : kinds) {
        if (kind.group().equals(group)) {
          ObjectNode version = list.addObject().put("version", version(kind));
          if (silent.contains(kind)) {
            version.put("freshness", "Stale");
            continue;
          }
          ObjectNode resource = version.putArray("resources").addObject();
          resource.put("resource", kind.plural());
          resource.putObject("responseKind").put("kind", kind.name());
          resource.putArray("verbs").add("get").add("list");
        }
      }
    }
    return answer;
  }

  private ObjectNode plainRoot(String path, Set<String> groups) {
    if (path.equals("/api")) {
      ObjectNode answer = NODES.objectNode().put("kind", "APIVersions");
      answer.putArray("versions").add("v1");
      return answer;
    }
    ObjectNode answer = NODES.objectNode().put("kind", "APIGroupList");
    ArrayNode list = answer.putArray("groups");
    for (String name : groups) {
      ObjectNode group = list.addObject().put("name", name);
      ArrayNode versions = group.putArray("versions");
      for (Kind kind : kinds) {
        if (kind.group().equals(name)) {
          versions.addObject().put("version", version(kind));
          group.putObject("preferredVersion").put("version", version(kind));
        }
      }
    }
    return answer;
  }

  private String prefix(Kind kind) {
    return kind.group().isEmpty()
        ? "/api/" + version(kind)
        : "/apis/" + kind.group() + "/" + version(kind);
  }

  private String version(Kind kind) {
    return versions.getOrDefault(kind, kind.version());
  }
}
