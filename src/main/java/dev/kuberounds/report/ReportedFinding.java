package dev.kuberounds.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.analysis.Message;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with its history.
 *
 * @param category the schema's word
 * @param owner null if it is not known
 * @param container null if it is not about one container
 * @param message one sentence
 * @param parts the message in pieces; empty if only the sentence is known
 * @param instances every object with this same finding
 * @param lastSeen when the newest run that saw it took its snapshot
 * @param occurrences number of runs that have seen it
 * @param incident id of the incident it belongs to; null if none
 */
public record ReportedFinding(
    String fingerprint,
    String rule,
    Severity severity,
    String category,
    ObjectRef object,
    @Nullable ObjectRef owner,
    @JsonInclude @Nullable String container,
    String message,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> parts,
    List<Evidence> evidence,
    List<ObjectRef> instances,
    Status status,
    Instant firstSeen,
    Instant lastSeen,
    int occurrences,
    @JsonInclude @Nullable String incident) {

  static final Comparator<ReportedFinding> ORDER =
      Comparator.comparing(ReportedFinding::severity)
          .thenComparing(ReportedFinding::object)
          .thenComparing(ReportedFinding::rule)
          .thenComparing(ReportedFinding::fingerprint);

  /** A finding of this run; its evidence is numbered {@code e1}, {@code e2}, ... from the given. */
  public static ReportedFinding of(
      Finding finding,
      int firstEvidence,
      Status status,
      Instant firstSeen,
      Instant lastSeen,
      int occurrences,
      @Nullable String incident) {
    List<Evidence> evidence = new ArrayList<>();
    for (dev.kuberounds.analysis.Evidence seen : finding.evidence()) {
      String id = "e" + (firstEvidence + evidence.size());
      evidence.add(new Evidence(id, seen.path(), seen.value().value()));
    }
    return new ReportedFinding(
        finding.fingerprint(),
        finding.rule(),
        finding.severity(),
        finding.category().word(),
        finding.object(),
        finding.owner(),
        finding.container(),
        finding.message().text(),
        Part.of(finding.message()),
        List.copyOf(evidence),
        finding.instances(),
        status,
        firstSeen,
        lastSeen,
        occurrences,
        incident);
  }

  /** What a person would change: the owner if it is known, else the object. */
  public ObjectRef subject() {
    return owner == null ? object : owner;
  }

  /**
   * A piece of a message.
   *
   * @param kind {@code text}, {@code name} or {@code number}
   */
  public record Part(String kind, String value) {

    /** The words of a message and its values, in order. */
    public static List<Part> of(Message message) {
      List<Part> parts = new ArrayList<>();
      String[] words = message.template().split("\\{}", -1);
      for (int i = 0; i < words.length; i++) {
        if (!words[i].isEmpty()) {
          parts.add(new Part("text", words[i]));
        }
        if (i < message.arguments().size()) {
          Argument argument = message.arguments().get(i);
          parts.add(new Part(kind(argument.form()), argument.value()));
        }
      }
      return List.copyOf(parts);
    }

    private static String kind(Argument.Form form) {
      return switch (form) {
        case NAME -> "name";
        case NUMBER -> "number";
        case TEXT, WORD -> "text";
      };
    }
  }

  /**
   * What was seen, and where.
   *
   * @param id how explanations cite it, unique within its incident; null if nothing cites it
   */
  public record Evidence(@Nullable String id, String path, String value) {}
}
