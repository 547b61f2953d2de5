package dev.kuberounds.cluster.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.http.ApiException;
import dev.kuberounds.cluster.http.ApiServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which kinds the server has, and in which versions. */
final class Discovery {

  /** Where a kind is listed, or why it is not. */
  sealed interface Place {

    record Served(Resource resource) implements Place {}

    record Nowhere(Outcome outcome) implements Place {}
  }

  private record Entry(String group, String version, String plural, String kind) {}

  // One request each for /api and /apis; servers before 1.26 answer with the plain form instead.
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + ApiServer.JSON;

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> silentGroups = new HashSet<>();
  private boolean blind;

  private Discovery() {}

  /**
   * Asks for all that is served, or for the groups of some kinds where the server cannot tell all
   * at once.
   */
  static Discovery of(ApiServer api, Collection<Kind> kinds)
      throws ApiException, InterruptedException {
    Discovery discovery = new Discovery();
    try {
      discovery.read(api, api.get("/api", AGGREGATED), kinds);
      discovery.read(api, api.get("/apis", AGGREGATED), kinds);
    } catch (ApiException e) {
      if (e.code() != 403 && e.code() != 404) {
        throw e;
      }
      discovery.blind = true; // then each list tells by itself
    }
    return discovery;
  }

  Place place(Kind kind) {
    if (blind) {
      return new Place.Served(new Resource(kind, kind.version(), kind.plural()));
    }
    Entry found = null;
    for (Entry entry : entries) {
      boolean exact = entry.version().equals(kind.version());
      if (entry.group().equals(kind.group())
          && entry.kind().equals(kind.name())
          && (found == null || exact)) {
        found = entry;
      }
    }
    if (found != null) {
      return new Place.Served(new Resource(kind, found.version(), found.plural()));
    }
    return new Place.Nowhere(
        silentGroups.contains(kind.group())
            ? new Outcome.Failed(
                "the server behind API group %s does not answer".formatted(kind.group()))
            : new Outcome.Absent("not served by this cluster"));
  }

  private void read(ApiServer api, JsonNode answer, Collection<Kind> kinds)
      throws ApiException, InterruptedException {
    switch (answer.path("kind").asText()) {
      case "APIGroupDiscoveryList" -> answer.path("items").forEach(this::aggregated);
      case "APIVersions" -> plain(api, "/api/v1", "", "v1");
      case "APIGroupList" -> {
        Set<String> needed = new TreeSet<>(kinds.stream().map(Kind::group).toList());
        for (JsonNode group : answer.path("groups")) {
          if (needed.contains(group.path("name").asText())) {
            plain(api, group, kinds);
          }
        }
      }
      default -> throw ApiException.notKubernetes();
    }
  }

  private void aggregated(JsonNode group) {
    String name = group.path("metadata").path("name").asText();
    for (JsonNode version : group.path("versions")) {
      if (version.path("freshness").asText().equals("Stale")) {
        silentGroups.add(name);
      }
      for (JsonNode resource : version.path("resources")) {
        add(name, version.path("version").asText(), resource, "resource", "responseKind");
      }
    }
  }

  private void plain(ApiServer api, JsonNode group, Collection<Kind> kinds)
      throws ApiException, InterruptedException {
    String name = group.path("name").asText();
    List<String> versions =
        StreamSupport.stream(group.path("versions").spliterator(), false)
            .map(version -> version.path("version").asText())
            .toList();
    Set<String> wanted = new TreeSet<>();
    for (Kind kind : kinds) {
      if (kind.group().equals(name)) {
        wanted.add(
            versions.contains(kind.version())
                ? kind.version()
                : group.path("preferredVersion").path("version").asText());
      }
    }
    for (String version : wanted) {
      plain(api, "/apis/" + name + "/" + version, name, version);
    }
  }

  private void plain(ApiServer api, String path, String group, String version)
      throws InterruptedException {
    try {
      for (JsonNode resource : api.get(path, ApiServer.JSON).path("resources")) {
        add(group, version, resource, "name", null);
      }
    } catch (ApiException e) {
      silentGroups.add(group);
    }
  }

  private void add(
      String group,
      String version,
      JsonNode resource,
      String nameField,
      @Nullable String kindField) {
    String plural = resource.path(nameField).asText();
    JsonNode kind = (kindField == null ? resource : resource.path(kindField)).path("kind");
    boolean listed =
        StreamSupport.stream(resource.path("verbs").spliterator(), false)
            .anyMatch(verb -> verb.asText().equals("list"));
    if (listed && !plural.contains("/")) {
      entries.add(new Entry(group, version, plural, kind.asText()));
    }
  }
}
