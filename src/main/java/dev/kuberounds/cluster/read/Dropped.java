package dev.kuberounds.cluster.read;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is thrown away while parsing, before it becomes part of an object: field managers, copies of
 * applied manifests, and the values of ConfigMaps and Secrets, of which only the size in bytes
 * stays.
 */
final class Dropped {

  private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private Dropped() {}

  /** Makes a mapper drop all that. */
  static ObjectMapper from(ObjectMapper mapper) {
    return mapper
        .addMixIn(HasMetadata.class, ObjectFields.class)
        .addMixIn(ObjectMeta.class, MetaFields.class)
        .addMixIn(ConfigMap.class, ConfigMapFields.class)
        .addMixIn(Secret.class, SecretFields.class);
  }

  /** A list of metadata calls each item a PartialObjectMetadata; the model knows better. */
  @JsonIgnoreProperties({"kind", "apiVersion"})
  private interface ObjectFields {}

  @JsonIgnoreProperties("managedFields")
  private abstract static class MetaFields {
    @JsonDeserialize(using = Annotations.class)
    @Nullable Map<String, String> annotations;
  }

  private abstract static class ConfigMapFields {
    @JsonDeserialize(contentUsing = TextSize.class)
    @Nullable Map<String, String> data;

    @JsonDeserialize(contentUsing = Base64Size.class)
    @Nullable Map<String, String> binaryData;
  }

  private abstract static class SecretFields {
    @JsonDeserialize(contentUsing = Base64Size.class)
    @Nullable Map<String, String> data;

    @JsonDeserialize(contentUsing = TextSize.class)
    @Nullable Map<String, String> stringData;
  }

  private static final class Annotations extends JsonDeserializer<Map<String, String>> {
    @Override
    public Map<String, String> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Map<String, String> kept = new LinkedHashMap<>();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (key.equals(APPLIED) || !value.isScalarValue()) {
          parser.skipChildren();
        } else {
          kept.put(key, parser.getText());
        }
      }
      return kept;
    }
  }

  /** The bytes of a text in UTF-8. */
  private static final class TextSize extends JsonDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      char[] text = parser.getTextCharacters();
      int end = parser.getTextOffset() + parser.getTextLength();
      long bytes = 0;
      for (int i = parser.getTextOffset(); i < end; i++) {
        // A surrogate pair is four bytes, so each half counts two.
        char c = text[i];
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
      return Long.toString(bytes);
    }
  }

  /** The bytes that a text in Base64 stands for. */
  private static final class Base64Size extends JsonDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      char[] text = parser.getTextCharacters();
      int end = parser.getTextOffset() + parser.getTextLength();
      long digits = 0;
      for (int i = parser.getTextOffset(); i < end; i++) {
        digits += text[i] > ' ' && text[i] != '=' ? 1 : 0;
      }
      return Long.toString(digits * 3 / 4);
    }
  }
}
