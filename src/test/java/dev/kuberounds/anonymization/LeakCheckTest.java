package dev.kuberounds.anonymization;

import static dev.kuberounds.anonymization.Incidents.identifiers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Anonymizer anonymizer = new Anonymizer(AnonymizationKey.random());

  @Test
  void whatTheAnonymizerMakesPasses() throws Exception {
    AnonymizedIncident incident =
        anonymizer.anonymize(
            Incidents.crashLoop(
                "shop", "checkout", "till", "http://10.1.2.3:80/healthz 'till' password=hunter2"),
            identifiers("namespace", "crash", "value", "CrashLoopBackOff", "service", "times"));

    assertThat(find(incident, JSON.writeValueAsString(incident.content()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the till is open",
        "TILL",
        "till-0",
        "a/till",
        "<till>",
        "till's",
        "TILL_HOST",
        "了till了"
      })
  void anIdentifierIsFoundWhereverItStandsWhole(String text) throws Exception {
    AnonymizedIncident incident =
        anonymizer.anonymize(Incidents.saying(""), identifiers("container", "till"));

    assertThat(find(incident, JSON.writeValueAsString(Map.of("value", text))))
        .contains("container");
  }

  @Test
  void theTypeOfAnAliasIsNoLeakAndHidesNone() throws Exception {
    AnonymizedIncident incident =
        anonymizer.anonymize(Incidents.saying("'till'"), identifiers("till", "till"));
    String alias =
        incident.content().findings().getFirst().evidence().getFirst().value().replace("'", "");

    assertThat(alias).startsWith("till-");
    assertThat(find(incident, JSON.writeValueAsString(incident.content()))).isEmpty();
    assertThat(find(incident, JSON.writeValueAsString(Map.of("value", "till of " + alias))))
        .contains("till");
    assertThat(find(incident, JSON.writeValueAsString(Map.of("value", alias.replace("-", " ")))))
        .contains("till");
  }

  @Test
  void aPartOfAWordIsNoLeak() throws Exception {
    AnonymizedIncident incident =
        anonymizer.anonymize(Incidents.saying(""), identifiers("container", "till"));

    assertThat(find(incident, JSON.writeValueAsString(Map.of("value", "until tilled 1till"))))
        .isEmpty();
  }

  @Test
  void escapesOfJsonHideNothing() throws Exception {
    AnonymizedIncident incident =
        anonymizer.anonymize(Incidents.saying(""), identifiers("value", "a\"b\\c/d \u00e9x"));

    assertThat(find(incident, JSON.writeValueAsString(Map.of("value", "<a\"b\\c/d \u00e9x>"))))
        .contains("value");
    assertThat(find(incident, "{\"value\":\"\\u0061\\\"b\\\\c\\/d \\u00e9x\"}")).contains("value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "fe80::17",
        "jane@acme.example",
        "https://acme.example/",
        "db.acme.com"
      })
  void anAddressIsFoundThoughNobodyNamedIt(String text) throws Exception {
    AnonymizedIncident incident = anonymizer.anonymize(Incidents.saying(""), Identifiers.NONE);

    assertThat(find(incident, JSON.writeValueAsString(Map.of("value", "at " + text)))).isPresent();
  }

  @Test
  void aTextThatIsNotJsonIsSearchedToo() throws Exception {
    AnonymizedIncident incident =
        anonymizer.anonymize(Incidents.saying(""), identifiers("container", "till"));

    assertThat(find(incident, "{\"value\":1} till")).contains("container");
    assertThat(find(incident, "{\"value\":\"till\",\"value\":1}")).contains("container");
    assertThat(LeakCheck.of(List.of(incident)).find("{".getBytes(StandardCharsets.UTF_8), body("")))
        .contains("unreadable request");
  }

  @Test
  void oneOfSeveralIncidentsIsEnough() throws Exception {
    AnonymizedIncident one = anonymizer.anonymize(Incidents.saying(""), Identifiers.NONE);
    AnonymizedIncident two =
        anonymizer.anonymize(Incidents.saying(""), identifiers("container", "till"));

    assertThat(LeakCheck.of(List.of(one, two)).find(body("till"), body(""))).contains("container");
    assertThat(LeakCheck.of(List.of(one)).find(body("till"), body(""))).isEmpty();
  }

  @Test
  void realNamesTheUserAskedForAreNotChecked() throws Exception {
    AnonymizedIncident real =
        Anonymizer.disabled().anonymize(Incidents.saying(""), identifiers("container", "till"));

    assertThat(find(real, "till")).isEmpty();
  }

  private static Optional<String> find(AnonymizedIncident incident, String data) throws Exception {
    return LeakCheck.of(List.of(incident)).find(body(data), body("{}"));
  }

  private static byte[] body(String data) throws Exception {
    return JSON.writeValueAsBytes(
        Map.of("system", "You explain the till.", "messages", List.of(Map.of("content", data))));
  }
}
