package dev.kuberounds.cluster.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kuberounds.cluster.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;

/**
 * Makes objects of the client's model from JSON, without what {@link Dropped} names. Every object
 * gets the kind and version of its model, whatever the JSON says: items of lists have none.
 */
public final class ObjectDecoder {

  /** Takes what it knows, as a client of the API should. */
  private final ObjectMapper tolerant = Dropped.from(new JsonMapper());

  /** Refuses fields it does not know: a renamed field must not be read as an empty one. */
  private final ObjectMapper exact;

  public ObjectDecoder() {
    var unused = new KubernetesSerialization(tolerant, false); // configures the mapper
    exact =
        Dropped.from(
            JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new NoPlaceForUnknownFields())
                .findAndAddModules()
                .build());
  }

  /** A parser whose objects {@link #decode(JsonParser, Kind, String)} can read. */
  public JsonParser parser(InputStream json) throws IOException {
    return tolerant.createParser(json);
  }

  /**
   * Reads the object the parser stands on.
   *
   * @param apiVersion the version the JSON is in
   * @throws IOException also if the JSON does not fit the model
   */
  public HasMetadata decode(JsonParser parser, Kind kind, String apiVersion) throws IOException {
    return named(mapper(kind, apiVersion).readValue(parser, kind.model()));
  }

  /** The same for an object that was read as a tree. */
  public HasMetadata decode(JsonNode tree, Kind kind, String apiVersion) throws IOException {
    return named(mapper(kind, apiVersion).treeToValue(tree, kind.model()));
  }

  private ObjectMapper mapper(Kind kind, String apiVersion) {
    return apiVersion.equals(kind.apiVersion()) ? tolerant : exact;
  }

  private static HasMetadata named(HasMetadata object) throws IOException {
    if (object.getMetadata() == null || object.getMetadata().getName() == null) {
      throw JsonMappingException.from((JsonParser) null, "the object has no name");
    }
    return object;
  }

  private static final class NoPlaceForUnknownFields extends JacksonAnnotationIntrospector {
    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }
}
