package dev.kuberounds.anonymization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told about an incident, ready for JSON.
 *
 * @param severity the worst of its findings
 * @param affected how many objects it reaches
 * @param findings the cause first, then its symptoms, nearest first
 * @param chain how each symptom depends on its cause
 * @param moreFindings number of findings left out; null: none
 */
@JsonInclude(Include.NON_EMPTY)
public record AnonymizedContent(
    String severity,
    String affected,
    List<Finding> findings,
    List<Link> chain,
    @Nullable String moreFindings) {

  /**
   * A finding of the incident.
   *
   * @param id {@code f1}, {@code f2}, ...
   * @param rule id of the rule
   * @param severity of this finding
   * @param object what was judged, such as {@code Service namespace-c01d/service-7f3a}; of pods
   *     with an owner only the kind, as their names change without meaning
   * @param owner what a person would change; null: the object itself
   * @param container null if it is not about one container
   * @param message one sentence
   * @param instances number of objects with this same finding
   * @param evidence what was seen
   */
  @JsonInclude(Include.NON_EMPTY)
  public record Finding(
      String id,
      String rule,
      String severity,
      String object,
      @Nullable String owner,
      @Nullable String container,
      String message,
      String instances,
      List<Evidence> evidence) {}

  /**
   * What was seen, and where.
   *
   * @param id {@code e1}, {@code e2}, ... through the whole incident
   * @param path of the field
   * @param value what stood there
   */
  public record Evidence(String id, String path, String value) {}

  /**
   * One step from a symptom to its cause.
   *
   * @param symptom id of a finding
   * @param relation how it depends on the cause, such as {@code selects}
   * @param cause id of a finding
   */
  public record Link(String symptom, String relation, String cause) {}
}
