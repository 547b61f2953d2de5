package dev.kuberounds.cluster.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the objects out of whatever holds them: single objects, lists of any kind, typed lists
 * whose items do not say what they are, several documents in one file. Items are read one at a
 * time.
 */
final class Documents {

  private static final String LIST = "List";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final DumpContents contents;

  Documents(DumpContents contents) {
    this.contents = contents;
  }

  /** Reads to the end of the input. */
  void read(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      TreeReader trees = new TreeReader(parser);
      switch (token) {
        case START_OBJECT -> document(parser, trees);
        case START_ARRAY -> items(parser, trees, NODES.objectNode()).forEach(this::object);
        default -> requireBlank(parser);
      }
    }
  }

  /** An empty document of a YAML file comes as an empty text. */
  private static void requireBlank(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
      throw new IOException(
          "line %d: neither an object nor a list"
              .formatted(parser.currentTokenLocation().getLineNr()));
    }
  }

  private void document(JsonParser parser, TreeReader trees) throws IOException {
    ObjectNode head = NODES.objectNode();
    List<JsonNode> untyped = List.of();
    boolean list = false;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (field.equals("items")
          && (value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL)) {
        list = true;
        untyped = value == JsonToken.START_ARRAY ? items(parser, trees, head) : List.of();
      } else {
        head.set(field, trees.read());
      }
    }
    if (list || isEmptyList(head)) {
      listed(head, untyped);
    } else {
      object(head);
    }
  }

  /** Hands on the items that say what they are, and returns the others. */
  private List<JsonNode> items(JsonParser parser, TreeReader trees, ObjectNode head)
      throws IOException {
    List<JsonNode> untyped = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode item = trees.read();
      if (item.path("kind").isTextual()) {
        object(item);
      } else if (head.path("kind").isTextual()) {
        contents.add(apiVersion(head), element(head), item);
      } else {
        untyped.add(item); // kubectl sorts fields: the list's own kind comes after its items
      }
    }
    return untyped;
  }

  private void listed(JsonNode head, List<JsonNode> untyped) {
    String kind = element(head);
    contents.describe(head.path("metadata"));
    if (!kind.isEmpty()) {
      contents.contains(apiVersion(head), kind);
    }
    untyped.forEach(item -> contents.add(apiVersion(head), kind, item));
  }

  private void object(JsonNode object) {
    if (object.path("items").isArray() && object.path("kind").asText().endsWith(LIST)) {
      List<JsonNode> untyped = new ArrayList<>();
      for (JsonNode item : object.path("items")) {
        if (item.path("kind").isTextual()) {
          object(item);
        } else {
          untyped.add(item);
        }
      }
      listed(object, untyped);
    } else {
      contents.add(apiVersion(object), object.path("kind").asText(), object);
    }
  }

  private static boolean isEmptyList(JsonNode head) {
    return head.path("kind").asText().endsWith(LIST) && !head.path("metadata").has("name");
  }

  private static String apiVersion(JsonNode object) {
    return object.path("apiVersion").asText();
  }

  /** {@code Pod} of a {@code PodList}; empty if the list does not say. */
  private static String element(JsonNode head) {
    String kind = head.path("kind").asText();
    return kind.endsWith(LIST) ? kind.substring(0, kind.length() - LIST.length()) : "";
  }
}
