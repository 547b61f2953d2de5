package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.explanation.Behaviours;
import dev.kuberounds.explanation.RecordingOpenAiServer;
import dev.kuberounds.explanation.RecordingOpenAiServer.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole round with a model: what it is asked, what is paid, and what is said if it fails. */
class ExplainRoundTest {

  private static final Pattern NAME = Pattern.compile("(?m)^ +(?:name|namespace): ([a-z0-9.-]+)$");

  @TempDir private Path folder;

  @Test
  void severalIncidentsShareARequestAndAnUnchangedClusterCostsNone() throws IOException {
    try (RecordingOpenAiServer server = RecordingOpenAiServer.start()) {
      assertThat(Captured.run(command(server)).code()).isZero();
      int asked = server.received().size();
      JsonNode first = Rounds.report(folder, "shop");
      assertThat(asked).isLessThanOrEqualTo(first.path("incidents").size() / 3);
      assertThat(server.received().getFirst().ids()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(outcomes(first)).containsOnly("explained");

      assertThat(Captured.run(command(server)).code()).isZero();
      assertThat(server.received()).hasSize(asked);
      JsonNode second = Rounds.report(folder, "shop");
      assertThat(outcomes(second)).containsOnly("cached");
      assertThat(second.at("/stats/explanation/requests").asInt()).isZero();
    }
  }

  @Test
  void noNameOfTheClusterIsInAnyByteThatIsSent() throws IOException {
    try (RecordingOpenAiServer server = RecordingOpenAiServer.start()) {
      Captured.run(command(server));
      Set<String> names = new TreeSet<>();
      NAME.matcher(Rounds.read(Path.of(Captured.SAMPLE)))
          .results()
          .map(match -> match.group(1))
          // names that are words of English or Kubernetes are typed, not searched in prose
          .filter(name -> name.contains("-") && name.length() > 6)
          .filter(name -> !name.startsWith("kube-") && !name.equals("pod-template-hash"))
          .forEach(names::add);
      assertThat(names).hasSizeGreaterThan(50);
      server
          .received()
          .forEach(request ->
              assertThat(names)
                  .allSatisfy(
                      name -> assertThat(request.body() + request.headers()).doesNotContain(name)));
      assertThat(Rounds.read(folder.resolve("shop/latest/explanations.ndjson")))
          .hasLineCount(server.received().size());
    }
  }

  @Test
  void aDeadServerLeavesACompleteReport() throws IOException {
    RecordingOpenAiServer dead = RecordingOpenAiServer.start();
    dead.close();
    unexplained(command(dead));
  }

  @Test
  void aStormOf429LeavesACompleteReport() throws IOException {
    always(Behaviours.tooManyRequests("1"));
  }

  @Test
  void garbageLeavesACompleteReport() throws IOException {
    always(Behaviours.says("I am a teapot, and not JSON at all."));
  }

  private void always(Behaviour behaviour) throws IOException {
    try (RecordingOpenAiServer server = RecordingOpenAiServer.start()) {
      server.otherwise(behaviour);
      unexplained(command(server));
    }
  }

  private void unexplained(String[] command) throws IOException {
    assertThat(Captured.run(command).code()).isZero();
    JsonNode report = Rounds.report(folder, "shop");
    assertThat(outcomes(report)).containsOnly("unexplained");
    assertThat(report.path("incidents"))
        .allSatisfy(
            incident -> assertThat(incident.at("/explanation/reason").asText()).isNotBlank());
    assertThat(Rounds.read(folder.resolve("shop/latest/report.html")))
        .contains("No AI explanation");
    assertThat(Rounds.read(folder.resolve("shop/latest/report.md"))).contains("No AI explanation");
  }

  private String[] command(RecordingOpenAiServer server) throws IOException {
    Path config = folder.resolve("rounds.yaml");
    Files.writeString(
        config,
        """
        rounds.explanation:
          base-url: %s
          model: test
          incidents-per-request: 6
          max-duration: 6s
        """
            .formatted(server.baseUrl()));
    return Rounds.sample(folder, "--explain", "--config", config.toString());
  }

  private static List<String> outcomes(JsonNode report) {
    return StreamSupport.stream(report.path("incidents").spliterator(), false)
        .map(incident -> incident.at("/explanation/outcome").asText())
        .toList();
  }
}
