package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** README says the truth about properties and exit codes. */
class ReadmeTest {

  private static final String METADATA = "/META-INF/spring-configuration-metadata.json";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(rounds\\.[a-z0-9.-]+)` \\|");

  @Test
  @EnabledIf("metadataIsThere")
  void theTableOfPropertiesIsComplete() throws IOException {
    Set<String> properties = new TreeSet<>();
    try (InputStream metadata =
        Objects.requireNonNull(ReadmeTest.class.getResourceAsStream(METADATA))) {
      for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
        properties.add(property.path("name").asText());
      }
    }
    String readme = Files.readString(Path.of("README.md"));
    assertThat(
            ROW.matcher(readme).results().map(match -> match.group(1)).collect(Collectors.toSet()))
        .isEqualTo(properties);
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (int code : new int[] {0, 1, 2, 3, 4, 5, 75}) {
      assertThat(readme).contains("| " + code + " |");
    }
  }

  static boolean metadataIsThere() {
    return ReadmeTest.class.getResource(METADATA) != null; // written by the build's processor
  }
}
