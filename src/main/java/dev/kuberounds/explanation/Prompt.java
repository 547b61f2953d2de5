package dev.kuberounds.explanation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kuberounds.anonymization.AnonymizedContent;
import dev.kuberounds.anonymization.AnonymizedIncident;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is said to a model: instructions from the template, and the incidents as JSON. */
final class Prompt {

  private static final String TEMPLATE = "/templates/prompt.ftl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String instructions;
  private final String version;

  private Prompt(String instructions, String version) {
    this.instructions = instructions;
    this.version = version;
  }

  /** The prompt that asks for answers in a language. */
  static Prompt in(String languageTag) {
    try (InputStream stream = Prompt.class.getResourceAsStream(TEMPLATE)) {
      byte[] source = Objects.requireNonNull(stream, TEMPLATE).readAllBytes();
      return new Prompt(
          render(new String(source, StandardCharsets.UTF_8), languageTag), sha256(source));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TEMPLATE, e);
    }
  }

  /** What the model is to do. Knows nothing of any cluster. */
  String instructions() {
    return instructions;
  }

  /** SHA-256 of the template in hex. */
  String version() {
    return version;
  }

  /** The incidents by id as one JSON document. */
  static String data(Map<String, AnonymizedIncident> incidents) {
    Document document =
        new Document(
            incidents.entrySet().stream()
                .map(entry -> new Item(entry.getKey(), entry.getValue().content()))
                .toList());
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write incidents as JSON", e);
    }
  }

  /** Tokens of a text: at least one for three bytes, as aliases and JSON are dense. */
  static int tokens(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length / 3 + 1;
  }

  private static String render(String source, String languageTag) throws IOException {
    Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
    freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freemarker.setLogTemplateExceptions(false);
    freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    Locale locale = Locale.forLanguageTag(languageTag);
    StringWriter text = new StringWriter();
    try {
      new Template("prompt.ftl", source, freemarker)
          .process(Map.of("language", locale.getDisplayName(Locale.ENGLISH)), text);
    } catch (TemplateException e) {
      throw new IllegalArgumentException("cannot render " + TEMPLATE + ": " + e.getMessage(), e);
    }
    return text.toString().strip();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private record Document(List<Item> incidents) {}

  private record Item(String id, @JsonUnwrapped AnonymizedContent content) {}
}
