package dev.kuberounds.report;

import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.report.ReportedFinding.Evidence;
import dev.kuberounds.report.ReportedFinding.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes findings for tests. */
final class FindingBuilder {

  private static final Pattern PIECE = Pattern.compile("\\[([^\\]]+)]|#([^#]+)#|[^\\[#]+");
  private static final Map<String, String> GROUPS =
      Map.of(
          "Deployment", "apps",
          "StatefulSet", "apps",
          "Job", "batch",
          "CronJob", "batch",
          "Ingress", "networking.k8s.io");

  private final String rule;
  private final Severity severity;
  private final ObjectRef owner;
  private final List<Part> parts;
  private final List<Evidence> evidence = new ArrayList<>();
  private ObjectRef object;
  private @Nullable String container;
  private Status status = Status.NEW;
  private int runs = 1;

  private FindingBuilder(String rule, Severity severity, ObjectRef owner, List<Part> parts) {
    this.rule = rule;
    this.severity = severity;
    this.owner = owner;
    this.parts = parts;
    this.object = owner;
  }

  /** A finding whose message has names in brackets and numbers between number signs. */
  static FindingBuilder finding(String rule, Severity severity, ObjectRef owner, String message) {
    List<Part> parts =
        PIECE.matcher(message).results().map(FindingBuilder::part).collect(Collectors.toList());
    return new FindingBuilder(rule, severity, owner, parts);
  }

  static FindingBuilder finding(String rule, Severity severity, ObjectRef owner, Part... parts) {
    return new FindingBuilder(rule, severity, owner, List.of(parts));
  }

  static ObjectRef object(String kind, @Nullable String namespace, String name) {
    return new ObjectRef(GROUPS.getOrDefault(kind, ""), kind, namespace, name);
  }

  private static Part part(MatchResult piece) {
    if (piece.group(1) != null) {
      return new Part("name", piece.group(1));
    }
    return piece.group(2) == null
        ? new Part("text", piece.group())
        : new Part("number", piece.group(2));
  }

  FindingBuilder at(ObjectRef judged) {
    this.object = judged;
    return this;
  }

  FindingBuilder container(String name) {
    this.container = name;
    return this;
  }

  FindingBuilder seen(Status now, int times) {
    this.status = now;
    this.runs = times;
    return this;
  }

  FindingBuilder evidence(String path, String value) {
    evidence.add(new Evidence(null, path, value));
    return this;
  }

  ReportedFinding build() {
    return build(null, 1);
  }

  int evidences() {
    return evidence.size();
  }

  ReportedFinding build(@Nullable String incident, int firstEvidence) {
    List<Evidence> numbered = new ArrayList<>();
    for (Evidence seen : evidence) {
      String id = "e" + (firstEvidence + numbered.size());
      numbered.add(new Evidence(id, seen.path(), seen.value()));
    }
    return new ReportedFinding(
        fingerprint(),
        rule,
        severity,
        "availability",
        object,
        owner,
        container,
        parts.stream().map(Part::value).collect(Collectors.joining()),
        parts,
        List.copyOf(numbered),
        List.of(object),
        status,
        ReportFixture.NOW.minus(Duration.ofDays(runs - 1L)),
        ReportFixture.NOW,
        runs,
        incident);
  }

  String fingerprint() {
    try {
      byte[] text = (rule + owner).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
