package dev.kuberounds.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.cluster.ObjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings that share one root cause, with what history and explanation know of them.
 *
 * @param id {@code i-} and hex digits; the same in every run
 * @param findings fingerprints, the root first
 * @param explanation null if nobody was asked: the rule's page explains
 * @param occurrences number of runs that have seen it
 * @param dueAt null if nothing needs to be done
 * @param overdue whether it was due before the snapshot was taken
 * @param path how the trouble spreads from the root
 * @param unknown what was not inspected and could change the picture
 */
public record ReportedIncident(
    String id,
    String title,
    Severity severity,
    RootCause rootCause,
    List<String> findings,
    Affected affected,
    @JsonInclude @Nullable Explanation explanation,
    Status status,
    Instant firstSeen,
    int occurrences,
    Urgency urgency,
    @Nullable Instant dueAt,
    boolean overdue,
    List<Step> path,
    List<Unknown> unknown) {

  /** Where it starts; {@code finding} is a fingerprint. */
  public record RootCause(String rule, ObjectRef object, String finding) {}

  /** Its reach: distinct objects, owners and namespaces. */
  public record Affected(int objects, int workloads, int namespaces) {}

  /**
   * One step from a cause to its symptom.
   *
   * @param from fingerprint of the cause
   * @param to fingerprint of the symptom
   * @param relation how the symptom's object depends on the cause's, such as {@code selects}
   */
  public record Step(String from, String to, String relation) {}

  /**
   * A kind that was not read where this incident is.
   *
   * @param namespace null: the whole cluster
   * @param outcome a listing's word, such as {@code denied}
   */
  public record Unknown(String kind, @JsonInclude @Nullable String namespace, String outcome) {}

  /**
   * What a model said, or why it did not.
   *
   * @param outcome {@code explained}, {@code cached} or {@code unexplained}
   * @param reason why there is none; else null
   * @param confidence {@code low}, {@code medium} or {@code high}
   * @param request SHA-256 of the anonymized request
   * @param evidence ids of the evidence it cites
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Explanation(
      String outcome,
      @Nullable String reason,
      @Nullable String model,
      @Nullable String language,
      @Nullable String cause,
      List<String> remedy,
      List<Command> commands,
      @Nullable String confidence,
      @Nullable String request,
      @Nullable String promptVersion,
      @Nullable Instant storedAt,
      List<String> evidence) {

    /** There is none, and this is why. */
    public static Explanation unexplained(String reason) {
      return new Explanation(
          "unexplained",
          reason,
          null,
          null,
          null,
          List.of(),
          List.of(),
          null,
          null,
          null,
          null,
          List.of());
    }

    public boolean explained() {
      return !outcome.equals("unexplained");
    }
  }

  /**
   * A command to type.
   *
   * @param mutates whether it changes the cluster
   */
  public record Command(String command, boolean mutates) {}
}
