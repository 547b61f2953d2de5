package dev.kuberounds.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page of a list that a request to {@link FakeApiServer} asks for. */
final class FakeList {

  private FakeList() {}

  static ObjectNode page(
      Kind kind, List<ObjectNode> objects, boolean ordered, FakeRequest request) {
    List<ObjectNode> all = new ArrayList<>(objects);
    all.removeIf(o -> request.namespace() != null && !request.namespace().equals(namespace(o)));
    if (request.query().containsKey("fieldSelector")) {
      all.removeIf(object -> object.path("type").asText().equals("Normal"));
    }
    if (ordered) {
      all.sort(Comparator.comparing(o -> namespace(o) + "/" + o.at("/metadata/name").asText()));
    }
    int from = Integer.parseInt(request.query().getOrDefault("continue", "0"));
    int to = Math.min(all.size(), from + Integer.parseInt(request.query().get("limit")));
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", kind.name() + "List");
    list.put("apiVersion", kind.apiVersion());
    ObjectNode metadata = list.putObject("metadata").put("resourceVersion", "7");
    if (to < all.size()) {
      metadata.put("continue", String.valueOf(to));
    }
    ArrayNode items = list.putArray("items");
    boolean metadataOnly = request.header("Accept").contains("as=PartialObjectMetadataList");
    all.subList(from, to).forEach(o -> items.add(metadataOnly ? metadata(o) : o));
    return list;
  }

  private static ObjectNode metadata(ObjectNode object) {
    ObjectNode partial = JsonNodeFactory.instance.objectNode().put("kind", "PartialObjectMetadata");
    partial.put("apiVersion", "meta.k8s.io/v1").set("metadata", object.path("metadata"));
    return partial;
  }

  private static String namespace(ObjectNode object) {
    return object.at("/metadata/namespace").asText();
  }
}
