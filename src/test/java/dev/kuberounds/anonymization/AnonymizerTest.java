package dev.kuberounds.anonymization;

import static dev.kuberounds.anonymization.Incidents.identifiers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Evidence;
import dev.kuberounds.anonymization.AnonymizedContent.Finding;
import dev.kuberounds.diagnosis.Incident;
import org.junit.jupiter.api.Test;

class AnonymizerTest {

  private final Anonymizer anonymizer = new Anonymizer(AnonymizationKey.random());

  @Test
  void typedNamesBecomeTypedAliasesAndPublicWordsStay() throws Exception {
    Incident incident = Incidents.crashLoop("shop-prod", "checkout", "till", "Back-off");

    AnonymizedIncident anonymized = anonymizer.anonymize(incident, Identifiers.NONE);

    Finding crash = anonymized.content().findings().getFirst();
    assertThat(crash.owner()).matches("Deployment namespace-[0-9a-f]{4}/deployment-[0-9a-f]{4}");
    assertThat(crash.object()).isEqualTo("Pod");
    assertThat(crash.message())
        .matches("Container container-[0-9a-f]+ restarted 57 times and ends with CrashLoopBackOff");
    assertThat(crash.rule()).isEqualTo("crash-looping-container");
    assertThat(new ObjectMapper().writeValueAsString(anonymized.content()))
        .doesNotContain("checkout", "till", "shop-prod", incident.id(), "c0ffee");
    assertThat(anonymized.evidenceIds()).containsExactlyInAnyOrder("e1", "e2", "e3", "e4");
  }

  @Test
  void theSameNameHasTheSameHashWhateverItsType() {
    AnonymizedContent content =
        anonymizer
            .anonymize(Incidents.crashLoop("shop", "checkout", "till", ""), Identifiers.NONE)
            .content();

    String deployment = content.findings().getFirst().owner();
    String service = content.findings().get(1).object();
    assertThat(service.replaceFirst(".*service-", ""))
        .isEqualTo(String.valueOf(deployment).replaceFirst(".*deployment-", ""));
  }

  @Test
  void theSameKeyMakesTheSameAliasesAndAnotherKeyOthers() {
    Incident incident = Incidents.crashLoop("shop", "checkout", "till", "pod x of checkout");

    AnonymizedContent content = anonymizer.anonymize(incident, Identifiers.NONE).content();

    assertThat(anonymizer.anonymize(incident, Identifiers.NONE).content()).isEqualTo(content);
    assertThat(
            new Anonymizer(AnonymizationKey.random())
                .anonymize(incident, Identifiers.NONE)
                .content())
        .isNotEqualTo(content);
  }

  @Test
  void theChainSpeaksOfFindingsInTheContent() {
    AnonymizedContent content =
        anonymizer
            .anonymize(Incidents.crashLoop("shop", "checkout", "till", ""), Identifiers.NONE)
            .content();

    assertThat(content.chain()).containsExactly(new AnonymizedContent.Link("f2", "selects", "f1"));
  }

  @Test
  void namesInTextAreReplacedAsWholeWordsOnly() {
    String said =
        said(
            "application app-of-apps: App not found in APP_HOME, myapp, app",
            identifiers("deployment", "ourapp", "deployment", "qapp", "service", "appx"));

    assertThat(said).isEqualTo("application app-of-apps: App not found in APP_HOME, myapp, app");
    assertThat(said("QAPP_HOST and qapp-1 but not qapps", identifiers("service", "qapp")))
        .matches("service-[0-9a-f]+_HOST and service-[0-9a-f]+-1 but not qapps");
  }

  @Test
  void theLongestNameWins() {
    assertThat(
            said(
                "till-main-0 of till-main of till",
                identifiers("pod", "till-main-0", "service", "till-main", "container", "till")))
        .matches("pod-\\w+ of service-\\w+ of container-\\w+");
  }

  @Test
  void aPublicWordIsReplacedInQuotesCodeAndPathsOnly() {
    assertThat(
            said(
                "web is slow, \"web\" and shop/web and `web` and web.default.svc, web:80. A web",
                identifiers("deployment", "web")))
        .matches(
            "web is slow, \"deployment-\\w+\" and shop/deployment-\\w+ and `deployment-\\w+`"
                + " and deployment-\\w+\\.namespace-\\w+\\.svc, deployment-\\w+:80\\. A web");
  }

  @Test
  void termsOfTheApiAreNeverReplaced() {
    assertThat(said("reason \"CrashLoopBackOff\"", identifiers("value", "CrashLoopBackOff")))
        .isEqualTo("reason \"CrashLoopBackOff\"");
  }

  @Test
  void fieldsInPathsStayAndKeysDoNot() {
    AnonymizedIncident anonymized =
        anonymizer.anonymize(
            Incidents.of(
                new Evidence("metadata.labels[acme.example.com/tier]", Argument.word("Missing")),
                new Evidence("spec.containers[0].image", Argument.name("image", "acme/till")),
                new Evidence("ConfigMap/till-settings: data", Argument.number(0))),
            identifiers("namespace", "containers"));

    assertThat(anonymized.content().findings().getFirst().evidence())
        .extracting(AnonymizedContent.Evidence::path)
        .satisfiesExactly(
            path -> assertThat(path).matches("metadata\\.labels\\[host-\\w+/tier]"),
            path -> assertThat(path).isEqualTo("spec.containers[0].image"),
            path -> assertThat(path).matches("ConfigMap/configmap-\\w+: data"));
  }

  @Test
  void aLongTextIsCutAfterItsNamesAreReplaced() {
    String text = "word ".repeat(58) + "checkout-flow-of-the-shop at the end " + "x ".repeat(9_000);

    String said = said(text, identifiers("pod", "checkout-flow-of-the-shop"));

    assertThat(said).hasSizeLessThan(320).endsWith(" ...").doesNotContain("checkout");
  }

  @Test
  void aWordThatIsNoWordIsReadAsText() {
    AnonymizedIncident anonymized =
        anonymizer.anonymize(
            Incidents.of(new Evidence("status.reason", Argument.word("http://db.acme.example/x?"))),
            Identifiers.NONE);

    assertThat(anonymized.content().findings().getFirst().evidence().getFirst().value())
        .matches("http://host-\\w+/path-\\w+");
  }

  @Test
  void withoutAnonymizationTheNamesStay() {
    AnonymizedIncident real =
        Anonymizer.disabled()
            .anonymize(Incidents.crashLoop("shop", "checkout", "till", ""), Identifiers.NONE);

    assertThat(real.anonymized()).isFalse();
    assertThat(real.content().findings().getFirst().owner()).isEqualTo("Deployment shop/checkout");
    assertThat(real.restore("pod-7f3a").text()).isEqualTo("pod-7f3a");
  }

  @Test
  void whatGrowsByItselfAsksNoNewQuestion() {
    String key = key("Back-off 2m40s restarting, 2026-11-22T03:00:00Z", 57, 1);

    assertThat(key("Back-off 5m0s restarting, 2026-11-23T03:00:00Z", 61, 1)).isEqualTo(key);
    assertThat(key("Back-off 5m0s restarting, 2026-11-23T03:00:00Z", 61, 137)).isNotEqualTo(key);
    assertThat(key("no such file", 57, 1)).isNotEqualTo(key);
  }

  @Test
  void modelPromptAndLanguageArePartOfTheQuestion() {
    AnonymizedIncident incident = anonymizer.anonymize(Incidents.saying("x"), Identifiers.NONE);

    assertThat(
            java.util.List.of(
                incident.contentKey("m", "1", "en"),
                incident.contentKey("n", "1", "en"),
                incident.contentKey("m", "2", "en"),
                incident.contentKey("m", "1", "zh")))
        .doesNotHaveDuplicates()
        .allMatch(key -> key.length() == 64);
  }

  @Test
  void nothingPrintsTheAliasTable() {
    AnonymizedIncident incident =
        anonymizer.anonymize(Incidents.crashLoop("shop", "checkout", "till", ""), Identifiers.NONE);

    assertThat(incident + " " + incident.secrets()).doesNotContain("checkout", "till", "shop");
  }

  private String key(String text, int restarts, int exitCode) {
    return anonymizer
        .anonymize(
            Incidents.of(
                new Evidence("event", Argument.text(text)),
                new Evidence("status.restartCount", Argument.number(restarts)),
                new Evidence("status.exitCode", Argument.number(exitCode))),
            Identifiers.NONE)
        .contentKey("m", "1", "en");
  }

  private String said(String text, Identifiers identifiers) {
    return anonymizer
        .anonymize(Incidents.saying(text), identifiers)
        .content()
        .findings()
        .getFirst()
        .evidence()
        .getFirst()
        .value();
  }
}
