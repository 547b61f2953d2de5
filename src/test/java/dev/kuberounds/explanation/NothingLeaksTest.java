package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.asking;
import static dev.kuberounds.explanation.Explainers.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Evidence;
import dev.kuberounds.anonymization.AnonymizationKey;
import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.Anonymizer;
import dev.kuberounds.anonymization.Identifiers;
import dev.kuberounds.anonymization.Incidents;
import dev.kuberounds.diagnosis.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NothingLeaksTest {

  /** Types and names in turn: words, names in names, other scripts, signs of expressions. */
  private static final String[] PLANTED = {
    "namespace",
    "zanzibar",
    "namespace",
    "zanzibar-prod",
    "node",
    "ip-10-9-8-7.zz.internal",
    "deployment",
    "quokka",
    "pod",
    "quokka-6f9d-x2b4z",
    "pod",
    "quokka-main-0",
    "container",
    "quokka-main",
    "service",
    "narwhal",
    "configmap",
    "narwhal.settings",
    "secret",
    "tapir_key",
    "image",
    "registry.zanzibar.example/quokka/till:1.4",
    "host",
    "pay.zanzibar.example",
    "value",
    "team-falcon",
    "value",
    "Jane O'Neill",
    "value",
    "a+b(c)*[d]$",
    "value",
    "海运平台",
    "value",
    "größe-süd",
    "serviceaccount",
    "okapi",
    "cloud",
    "aws:///zz-1a/i-0abc",
    "user",
    "incident-x",
    "volume",
    "answers-zz"
  };

  /** Nobody named these; their shape tells. */
  private static final List<String> SHAPED =
      List.of(
          "10.77.66.55",
          "fe80::77:66",
          "mara@zanzibar.example",
          "hunter2zz",
          "zz-lookup-host",
          "AKIAZZZZZZZZZZZZZZZZ",
          "7f1c2d3e-0000-4000-8000-0000000077aa",
          "/home/mara");

  private static final String SAID =
      "\"quokka\" of 'zanzibar-prod' at 10.77.66.55:80, fe80::77:66 by mara@zanzibar.example:"
          + " password=hunter2zz lookup zz-lookup-host: no such host; key AKIAZZZZZZZZZZZZZZZZ"
          + " uid 7f1c2d3e-0000-4000-8000-0000000077aa /home/mara/x";

  private final RecordingOpenAiServer server = RecordingOpenAiServer.start();
  private final Anonymizer anonymizer = new Anonymizer(AnonymizationKey.random());
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    root.iteratorForAppenders().forEachRemaining(usual::add);
    usual.forEach(root::detachAppender);
    logged.start();
    root.setLevel(Level.ALL);
    root.addAppender(logged);
  }

  @AfterEach
  void stop() {
    root.detachAppender(logged);
    root.setLevel(level);
    usual.forEach(root::addAppender);
    server.close();
  }

  @Test
  void noNameOfTheClusterLeavesTheProcess() {
    Identifiers identifiers = Incidents.identifiers(PLANTED);
    StringBuilder every = new StringBuilder();
    for (int i = 1; i < PLANTED.length; i += 2) {
      every.append(PLANTED[i]).append(i % 4 == 1 ? " <" : ", ");
    }
    List<Incident> incidents =
        List.of(
            Incidents.crashLoop("zanzibar-prod", "quokka", "quokka-main", SAID),
            Incidents.crashLoop("zanzibar", "web", "default", SAID.toUpperCase(Locale.ROOT)),
            Incidents.of(
                new Evidence("event", Argument.text(every.substring(0, 250))),
                new Evidence("event", Argument.text(every.substring(250))),
                new Evidence("metadata.labels[zanzibar.example/okapi]", Argument.text("okapi"))));
    List<AnonymizedIncident> anonymized =
        incidents.stream().map(one -> anonymizer.anonymize(one, identifiers)).toList();

    try (Explainer explainer = Explainer.of(asking(server))) {
      ExplanationAnswer answer = explainer.explain(new ExplanationRequest(anonymized));

      assertThat(reasons(answer)).isEmpty();
      assertThat(answer.explanations().toString()).contains("Deployment zanzibar-prod/quokka");
    }
    assertThat(server.received()).hasSize(1);
    String left =
        (server.received() + "\n" + server.received().getFirst().json()).toLowerCase(Locale.ROOT);
    assertThat(server.received().getFirst().ids()).hasSize(3);
    assertThat(left)
        .doesNotContain(
            Stream.concat(
                    Stream.iterate(1, i -> i < PLANTED.length, i -> i + 2).map(i -> PLANTED[i]),
                    SHAPED.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
    assertThat(left).doesNotContain("\"web\"", "/web", "\"default\"");
    assertThat(logged.list.toString()).doesNotContain("quokka", "zanzibar", "ends with an error");
  }

  @Test
  void anIdentifierInTheFinishedRequestStopsIt() {
    // Nothing told the first incident that "okapi-db" is a name; the second one's scope knows it.
    AnonymizedIncident unaware =
        anonymizer.anonymize(Incidents.saying("cannot reach okapi-db"), Identifiers.NONE);
    AnonymizedIncident aware =
        anonymizer.anonymize(
            Incidents.crashLoop("shop", "checkout", "till", "no such file"),
            Incidents.identifiers("service", "okapi-db"));

    try (Explainer explainer = Explainer.of(asking(server))) {
      ExplanationAnswer answer = explainer.explain(new ExplanationRequest(List.of(unaware, aware)));

      assertThat(reasons(answer))
          .containsOnlyKeys("i-abc123")
          .containsValue("leak prevented: service");
      assertThat(answer.usage().requests()).isEqualTo(1);
      assertThat(answer.exchanges()).hasSize(1);
    }
    assertThat(server.received())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.ids()).containsExactly("incident-2");
          assertThat(request.body()).doesNotContain("okapi");
        });
    assertThat(logged.list.toString()).contains("leak prevented: service").doesNotContain("okapi");
  }

  @Test
  void aRequestThatLeaksIsNotSent() {
    AnonymizedIncident unaware =
        anonymizer.anonymize(Incidents.saying("cannot reach okapi-db"), Identifiers.NONE);
    AnonymizedIncident aware =
        anonymizer.anonymize(
            Incidents.saying("okapi db, also"), Incidents.identifiers("service", "okapi-db"));

    try (Explainer explainer = Explainer.of(asking(server))) {
      explainer.explain(new ExplanationRequest(List.of(unaware, unaware, aware)));
    }
    assertThat(server.received())
        .singleElement()
        .satisfies(request -> assertThat(request.ids()).containsExactly("incident-3"));
  }

  @Test
  void realNamesLeaveOnlyIfTheUserSaysSo() {
    AnonymizedIncident real =
        Anonymizer.disabled()
            .anonymize(
                Incidents.crashLoop("zanzibar", "quokka", "till", "no"),
                Incidents.identifiers("deployment", "quokka"));

    try (Explainer explainer = Explainer.of(asking(server))) {
      assertThat(reasons(explainer.explain(new ExplanationRequest(List.of(real))))).isEmpty();
    }
    assertThat(server.received().getFirst().body()).contains("Deployment zanzibar/quokka");
  }

  @Test
  void theModelsWordsAreNeverLogged() {
    server.then(Behaviours.says("zzsecretwords"), Behaviours.status(200, "zzsecretwords"));
    try (Explainer explainer = Explainer.of(asking(server))) {
      assertThat(reasons(explainer.explain(Explainers.about("checkout"))).toString())
          .doesNotContain("zzsecretwords");
    }
    assertThat(logged.list.toString()).doesNotContain("zzsecretwords");
  }
}
