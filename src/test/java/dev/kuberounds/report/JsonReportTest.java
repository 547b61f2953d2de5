package dev.kuberounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kuberounds.analysis.Severity;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** report.json against its contract. */
class JsonReportTest {

  @Test
  void itIsWhatItsSchemaSays() throws Exception {
    assertThat(schema().validate(json(ReportFixture.report()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void anEmptyUngradedFirstRunIsValidToo() throws Exception {
    Report full = ReportFixture.report(List.of(), List.of(), List.of(), Verdict.UNGRADED);
    Report.Run run = full.run();
    Report first =
        new Report(
            new Report.Run(
                run.id(),
                "local",
                run.startedAt(),
                run.finishedAt(),
                run.tool(),
                null,
                0,
                "completed",
                0.9,
                null),
            new Report.Cluster("shop", "dump", null, ReportFixture.NOW, 0, 0, 0),
            full.scope(),
            full.verdict(),
            new Report.Score(null, null, null),
            new Report.Coverage(0, List.of(), List.of()),
            full.summary(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Report.Stats(0, null, full.stats().kubernetes(), Report.Usage.NONE));

    JsonNode json = tree(first);

    assertThat(schema().validate(json)).isEmpty();
    assertThat(json.at("/run/previousRun").isNull()).isTrue();
    assertThat(json.at("/score/grade").isNull()).isTrue();
    assertThat(json.at("/run/previousManifestSha256").isMissingNode()).isTrue();
  }

  @Test
  void theSchemaWouldComplain() throws Exception {
    String wrong =
        json(ReportFixture.report()).replace("\"verdict\": \"critical\"", "\"verdict\": \"fine\"");

    assertThat(schema().validate(wrong, InputFormat.JSON)).hasSize(1);
  }

  @Test
  void itsFieldsStandInTheOrderOfTheSchema() throws Exception {
    assertThat(names(tree(ReportFixture.report())))
        .containsExactlyElementsOf(names(schemaTree().get("properties")));
    assertThat(names(tree(ReportFixture.report()).at("/findings/0")))
        .containsSubsequence(
            "fingerprint",
            "rule",
            "severity",
            "category",
            "object",
            "owner",
            "container",
            "message",
            "evidence",
            "instances",
            "status",
            "firstSeen",
            "lastSeen",
            "occurrences",
            "incident");
  }

  @Test
  void itIsIndentedByTwoAndEndsWithALineFeed() {
    String json = json(ReportFixture.report());

    assertThat(json).startsWith("{\n  \"schemaVersion\": \"1\",\n  \"run\": {\n    \"id\": ");
    assertThat(json).endsWith("\n}\n").doesNotContain("\r");
  }

  @Test
  void namesStayExactAndInvisibleCharactersAreEscaped() throws Exception {
    String json = json(ReportFixture.report());

    assertThat(json).contains("\\u202egnp.exe\\u0000").doesNotContain("\u202E");
    assertThat(new ObjectMapper().readTree(json).findValuesAsText("name"))
        .contains(ReportFixture.HOSTILE);
  }

  @Test
  void halfACharacterDoesNotBreakIt() throws Exception {
    ReportedFinding odd =
        FindingBuilder.finding(
                "job-failed",
                Severity.LOW,
                FindingBuilder.object("Job", "a", "b"),
                "half \uD83D and whole \uD83D\uDE00")
            .build();

    JsonNode json = tree(ReportFixture.report(List.of(), List.of(odd), List.of(), Verdict.HEALTHY));

    assertThat(json.at("/findings/0/message").asText())
        .isEqualTo("half \\uD83D and whole \uD83D\uDE00");
  }

  @Test
  void anObjectCarriesTheVersionItsKindWasListedBy() throws Exception {
    JsonNode json = tree(ReportFixture.report());

    assertThat(json.at("/incidents/0/rootCause/object").toString())
        .isEqualTo(
            "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"namespace\":\"shop\","
                + "\"name\":\"checkout\"}");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Schema schema() throws Exception {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("https://kube-rounds.dev/"), schemaTree());
  }

  private static JsonNode schemaTree() throws Exception {
    try (InputStream stream = JsonReportTest.class.getResourceAsStream("/report.schema.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(stream));
    }
  }

  private static JsonNode tree(Report report) throws Exception {
    return new ObjectMapper().readTree(json(report));
  }

  static String json(Report report) {
    Renderer renderer =
        new Renderers(ReportFixture.properties(), ReportFixture.PAGES).renderer("json");
    return new String(renderer.render(report).getFirst().content(), StandardCharsets.UTF_8);
  }
}
