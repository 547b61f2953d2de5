package dev.kuberounds.cluster.live;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.kuberounds.cluster.read.ObjectDecoder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next token of the next page; null: this is the last one
 */
record Page(List<HasMetadata> objects, @Nullable String next) {

  /** Decodes the body of a list item by item. */
  static Page read(InputStream body, Resource resource, ObjectDecoder decoder) throws IOException {
    List<HasMetadata> objects = new ArrayList<>();
    String next = null;
    boolean list = false;
    try (JsonParser parser = decoder.parser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw JsonMappingException.from(parser, "it is not a list");
      }
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (field.equals("items")) {
          list = true;
          while (value == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT) {
            objects.add(decoder.decode(parser, resource.kind(), resource.apiVersion()));
          }
        } else if (field.equals("metadata") && value == JsonToken.START_OBJECT) {
          next = token(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (!list) {
        throw JsonMappingException.from(parser, "it is not a list");
      }
    }
    return new Page(objects, next == null || next.isEmpty() ? null : next);
  }

  private static @Nullable String token(JsonParser parser) throws IOException {
    String token = null;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      if (field.equals("continue")) {
        token = parser.getValueAsString();
      } else {
        parser.skipChildren();
      }
    }
    return token;
  }
}
