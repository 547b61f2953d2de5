package dev.kuberounds.anonymization;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Evidence;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Message;
import dev.kuberounds.anonymization.names.Types;
import dev.kuberounds.anonymization.text.Texts;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.diagnosis.Incident.Affected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what is told about one incident in a given wording. */
final class ContentWriter {

  private static final int MOST_FINDINGS = 12;
  private static final int MOST_EVIDENCE = 8;

  /** A path in another object: {@code Kind/name: path}. */
  private static final Pattern ELSEWHERE = Pattern.compile("([A-Z]\\w*)/([^:]+)(: .*)?");

  /** A number in evidence that grows by itself; others, such as an exit code, tell. */
  private static final Pattern GROWING =
      Pattern.compile("(?i).*(?:count|restarts|age|seconds|millis|at|time|timestamp|usage)");

  /** What can be a public word; anything else a rule calls so is read as a text. */
  private static final Pattern WORD = Pattern.compile("[\\w ,()-]{1,80}");

  private final Wording wording;
  private final boolean lasting;
  private int evidence;

  private ContentWriter(Wording wording) {
    this.wording = wording;
    this.lasting = wording instanceof LastingWording;
  }

  static AnonymizedContent write(Incident incident, Wording wording) {
    return new ContentWriter(wording).content(incident);
  }

  private AnonymizedContent content(Incident incident) {
    List<AnonymizedContent.Finding> findings = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (Finding finding :
        incident.findings().subList(0, Math.min(MOST_FINDINGS, incident.findings().size()))) {
      String id = "f" + (findings.size() + 1);
      ids.put(finding.fingerprint(), id);
      findings.add(finding(id, finding));
    }
    List<AnonymizedContent.Link> chain = new ArrayList<>();
    for (Incident.Link link : incident.chain()) {
      String symptom = ids.get(link.symptom());
      String cause = ids.get(link.cause());
      if (symptom != null && cause != null) {
        chain.add(new AnonymizedContent.Link(symptom, link.relation(), cause));
      }
    }
    int more = incident.findings().size() - findings.size();
    return new AnonymizedContent(
        incident.severity().word(),
        affected(incident.affected()),
        findings,
        chain,
        more == 0 ? null : wording.number(Integer.toString(more)));
  }

  private String affected(Affected affected) {
    return wording.number(Integer.toString(affected.objects()))
        + " objects of "
        + wording.number(Integer.toString(affected.workloads()))
        + " workloads in "
        + wording.number(Integer.toString(affected.namespaces()))
        + " namespaces";
  }

  private AnonymizedContent.Finding finding(String id, Finding finding) {
    boolean owned = !finding.owner().equals(finding.object());
    boolean passing =
        owned
            && finding.object().kind().equals("Pod")
            && !finding.owner().kind().equals("StatefulSet");
    return new AnonymizedContent.Finding(
        id,
        finding.rule(),
        finding.severity().word(),
        passing ? finding.object().kind() : object(finding.object()),
        owned ? object(finding.owner()) : null,
        container(finding.container()),
        message(finding.message()),
        wording.number(Integer.toString(Math.max(1, finding.instances().size()))),
        finding.evidence().stream().limit(MOST_EVIDENCE).map(this::evidence).toList());
  }

  private @Nullable String container(@Nullable String container) {
    return container == null ? null : name("container", container);
  }

  private String object(ObjectRef ref) {
    String name = name(ref.kind(), ref.name());
    String namespace = ref.namespace();
    return namespace == null
        ? ref.kind() + " " + name
        : ref.kind() + " " + name("namespace", namespace) + "/" + name;
  }

  private String message(Message message) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Argument argument : message.arguments()) {
      int place = message.template().indexOf("{}", from);
      text.append(message.template(), from, place).append(value(argument));
      from = place + 2;
    }
    return text.append(message.template().substring(from)).toString();
  }

  private AnonymizedContent.Evidence evidence(Evidence seen) {
    Matcher elsewhere = ELSEWHERE.matcher(seen.path());
    String path =
        elsewhere.matches()
            ? elsewhere.group(1)
                + "/"
                + name(elsewhere.group(1), elsewhere.group(2))
                + (elsewhere.group(3) == null ? "" : path(elsewhere.group(3)))
            : path(seen.path());
    boolean told =
        lasting
            && seen.value().form() == Argument.Form.NUMBER
            && !GROWING.matcher(seen.path()).matches();
    return new AnonymizedContent.Evidence(
        "e" + ++evidence, path, told ? seen.value().value() : value(seen.value()));
  }

  private String value(Argument argument) {
    return switch (argument.form()) {
      case NAME -> name(argument.type(), argument.value());
      case NUMBER -> wording.number(argument.value());
      case TEXT -> text(argument.value());
      case WORD ->
          WORD.matcher(argument.value()).matches() ? argument.value() : text(argument.value());
    };
  }

  private String name(String type, String name) {
    return wording.name(Types.of(type), Texts.wellFormed(name));
  }

  private String text(String text) {
    return Texts.tell(wording.text(Texts.read(text)));
  }

  private String path(String path) {
    return wording.path(Texts.wellFormed(path));
  }
}
