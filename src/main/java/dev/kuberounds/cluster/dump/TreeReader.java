package dev.kuberounds.cluster.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values of one document as trees, and follows YAML's aliases and merge keys, which Jackson
 * leaves to its callers. Trees that an alias repeats are shared: do not change them.
 */
final class TreeReader {

  // Aliases of aliases can stand for more than any memory holds.
  private static final long MOST_REPEATED = 1_000_000;
  private static final String MERGE = "<<";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private record Anchored(JsonNode tree, long size) {}

  private final JsonParser parser;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private long size;
  private long repeated;

  TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the value the parser stands on. */
  JsonNode read() throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return alias(parser.getText());
    }
    String anchor = parser.canReadObjectId() ? (String) parser.getObjectId() : null;
    long before = size++;
    JsonNode tree =
        switch (parser.currentToken()) {
          case START_OBJECT -> object();
          case START_ARRAY -> array();
          case VALUE_NULL -> NODES.nullNode();
          case VALUE_TRUE -> NODES.booleanNode(true);
          case VALUE_FALSE -> NODES.booleanNode(false);
          case VALUE_NUMBER_INT -> integer();
          case VALUE_NUMBER_FLOAT -> decimal(parser.getDecimalValue());
          default -> NODES.textNode(parser.getText());
        };
    if (anchor != null) {
      anchors.put(anchor, new Anchored(tree, size - before));
    }
    return tree;
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** Go writes large integers as 1e+09; the models want integers. */
  private static JsonNode decimal(BigDecimal value) {
    return value.scale() < 0 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
  }

  private JsonNode alias(String name) throws IOException {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new IOException("unknown alias *" + name);
    }
    size += anchored.size();
    repeated += anchored.size();
    if (repeated > MOST_REPEATED) {
      throw new IOException("aliases repeat more than " + MOST_REPEATED + " values");
    }
    return anchored.tree();
  }

  private ObjectNode object() throws IOException {
    ObjectNode object = NODES.objectNode();
    List<JsonNode> merged = new ArrayList<>();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      JsonNode value = read();
      if (field.equals(MERGE) && value.isContainerNode()) {
        (value.isArray() ? value : List.of(value)).forEach(merged::add);
      } else {
        object.set(field, value);
      }
    }
    for (JsonNode defaults : merged) {
      defaults.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
    }
    return object;
  }

  private ArrayNode array() throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read());
    }
    return array;
  }
}
