package dev.kuberounds.report.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kuberounds.report.Artifact;
import dev.kuberounds.report.Renderer;
import dev.kuberounds.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report for programs, as its schema says. */
public final class JsonRenderer implements Renderer {

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  @Override
  public String format() {
    return "json";
  }

  @Override
  public List<Artifact> render(Report report) {
    ObjectMapper mapper =
        JsonMapper.builder()
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(SchemaTypes.module(report))
            .build();
    mapper.getFactory().setCharacterEscapes(new HiddenCharacters());
    try {
      String json = mapper.writer(new Layout()).writeValueAsString(report) + "\n";
      byte[] content = json.getBytes(StandardCharsets.UTF_8);
      return List.of(new Artifact("report.json", "application/json", content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write report.json", e);
    }
  }

  /** Two spaces, line feeds, one line per element, {@code "name": value}. */
  private static final class Layout extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;

    Layout() {
      super(
          DEFAULT_SEPARATORS
              .withObjectFieldValueSpacing(com.fasterxml.jackson.core.util.Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      indentObjectsWith(INDENTER);
      indentArraysWith(INDENTER);
    }

    private Layout(Layout other) {
      super(other);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new Layout(this);
    }
  }
}
