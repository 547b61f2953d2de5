package dev.kuberounds.report.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.report.Report;
import dev.kuberounds.report.Report.Listing;
import dev.kuberounds.report.text.Visible;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How types of other packages are written in report.json. */
final class SchemaTypes {

  private SchemaTypes() {}

  static SimpleModule module(Report report) {
    return new SimpleModule()
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addSerializer(String.class, new WordSerializer<>(Visible::encodable))
        .addSerializer(Severity.class, new WordSerializer<>(Severity::word))
        .addSerializer(ObjectRef.class, new ObjectSerializer(versions(report)));
  }

  /** The API version each kind was listed by. */
  private static Map<String, String> versions(Report report) {
    Map<String, String> versions = new HashMap<>();
    for (Listing listing : report.coverage().listings()) {
      int slash = listing.apiVersion().indexOf('/');
      String group = slash < 0 ? "" : listing.apiVersion().substring(0, slash);
      versions.putIfAbsent(group + "/" + listing.kind(), listing.apiVersion());
    }
    return versions;
  }

  /** A value that the schema has one word for. */
  private static final class WordSerializer<T> extends JsonSerializer<T> {

    private final Function<T, String> word;

    WordSerializer(Function<T, String> word) {
      this.word = word;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(word.apply(value));
    }
  }

  /** An object, with its API version if its kind was listed. */
  private static final class ObjectSerializer extends JsonSerializer<ObjectRef> {

    private final Map<String, String> versions;

    ObjectSerializer(Map<String, String> versions) {
      this.versions = versions;
    }

    @Override
    public void serialize(ObjectRef value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      String version = versions.get(value.group() + "/" + value.kind());
      if (version != null) {
        json.writeStringField("apiVersion", version);
      }
      json.writeStringField("kind", Visible.encodable(value.kind()));
      if (value.namespace() == null) {
        json.writeNullField("namespace");
      } else {
        json.writeStringField("namespace", Visible.encodable(value.namespace()));
      }
      json.writeStringField("name", Visible.encodable(value.name()));
      json.writeEndObject();
    }
  }
}
