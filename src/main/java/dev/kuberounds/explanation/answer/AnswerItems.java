package dev.kuberounds.explanation.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the JSON in what a model says: bare, in a code block, after its thoughts. An answer that
 * was cut off in the middle keeps what is complete.
 */
public final class AnswerItems {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Prose before the JSON may hold braces too. */
  private static final int MOST_STARTS = 20;

  private AnswerItems() {}

  /** The objects, one for each incident; none if there is no JSON of that form. */
  public static List<JsonNode> of(String text) {
    String answer = text.replaceAll("(?s)<think>.*?</think>", "");
    int start = -1;
    for (int i = 0; i < MOST_STARTS; i++) {
      start = start(answer, start + 1);
      if (start < 0) {
        break;
      }
      List<JsonNode> items = read(answer.substring(start));
      if (!items.isEmpty()) {
        return items;
      }
    }
    return List.of();
  }

  private static int start(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  /** Reads {@code {"incidents": [...]}}, or the bare list, or a single object with an id. */
  private static List<JsonNode> read(String text) {
    List<JsonNode> items = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        list(parser, items);
        return items;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.currentName().equals("incidents")
            && parser.nextToken() == JsonToken.START_ARRAY) {
          list(parser, items);
          return items;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      JsonNode single = JSON.readTree(text);
      return single.has("id") ? List.of(single) : items;
    } catch (IOException e) { // cut off, or no JSON
      return items;
    }
  }

  private static void list(JsonParser parser, List<JsonNode> items) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      items.add(parser.readValueAsTree());
    }
  }
}
