package dev.kuberounds.cluster.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.http.ApiException;
import dev.kuberounds.cluster.http.ApiServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  // One request each for /api and /apis. Servers before 1.26 answer in the plain form, which names
  // groups and versions only: whether a kind is among them shows when it is listed.
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + ApiServer.JSON;

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> silentGroups = new HashSet<>();
  private final Map<String, List<String>> plainVersions = new HashMap<>();
  private boolean blind;

  private Discovery() {}

  /** Asks for all that is served. */
  static Discovery of(ApiServer api) throws ApiException, InterruptedException {
    Discovery discovery = new Discovery();
    try {
      discovery.read(api.get("/api", AGGREGATED));
      discovery.read(api.get("/apis", AGGREGATED));
    } catch (ApiException e) {
      if (e.code() != 403 && e.code() != 404) {
        throw e;
      }
      discovery.blind = true; // then each list tells by itself
    }
    return discovery;
  }

  Place place(Kind kind) {
    String version = blind ? kind.version() : plainVersion(kind);
    if (version != null) {
      return new Place.Served(new Resource(kind, version, kind.plural()));
    }
    Comparator<Entry> modelsOwnFirst =
        Comparator.comparing(entry -> !entry.version().equals(kind.version()));
    return entries.stream()
        .filter(entry -> entry.group().equals(kind.group()) && entry.kind().equals(kind.name()))
        .min(modelsOwnFirst)
        .<Place>map(entry -> new Place.Served(new Resource(kind, entry.version(), entry.plural())))
        .orElseGet(() -> new Place.Nowhere(missing(kind)));
  }

  private Outcome missing(Kind kind) {
    return silentGroups.contains(kind.group())
        ? new Outcome.Failed("the server of API group %s does not answer".formatted(kind.group()))
        : new Outcome.Absent("not served by this cluster");
  }

  /** Null: not known from a plain answer. */
  private @Nullable String plainVersion(Kind kind) {
    List<String> versions = plainVersions.getOrDefault(kind.group(), List.of());
    return versions.contains(kind.version())
        ? kind.version()
        : versions.stream().findFirst().orElse(null);
  }

  private void read(JsonNode answer) throws ApiException {
    switch (answer.path("kind").asText()) {
      case "APIGroupDiscoveryList" -> answer.path("items").forEach(this::aggregated);
      case "APIVersions" -> plainVersions.put("", List.of("v1"));
      case "APIGroupList" -> answer.path("groups").forEach(this::plain);
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
        if (listable(resource)) {
          entries.add(
              new Entry(
                  name,
                  version.path("version").asText(),
                  resource.path("resource").asText(),
                  resource.path("responseKind").path("kind").asText()));
        }
      }
    }
  }

  private void plain(JsonNode group) {
    List<String> versions = new ArrayList<>();
    versions.add(group.path("preferredVersion").path("version").asText());
    group.path("versions").forEach(version -> versions.add(version.path("version").asText()));
    plainVersions.put(group.path("name").asText(), versions);
  }

  private static boolean listable(JsonNode resource) {
    return StreamSupport.stream(resource.path("verbs").spliterator(), false)
        .anyMatch(verb -> verb.asText().equals("list"));
  }
}
