package dev.kuberounds.diagnosis;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which findings explain which, and along what dependency. The nearer cause stands first: node
 * before reference, reference before container, container before workload.
 */
final class CauseTable {

  /** How the symptom's object leads to the cause's. */
  enum Path {
    /** The same container of the same owner. */
    SAME_CONTAINER,
    /** The same owner. */
    SAME_OWNER,
    /** A Service and the owners of the pods it selects. */
    SELECTED_PODS,
    /** A workload and the claims its pods mount. */
    CLAIM,
    /** A workload and the nodes its unready pods run on, if no unready pod runs elsewhere. */
    NODE
  }

  /**
   * One row of the table.
   *
   * @param symptom pattern of rule ids
   * @param path how to get from the symptom's object to the cause's
   * @param relation the path in words, from the symptom's side
   * @param cause pattern of rule ids
   */
  record Row(Pattern symptom, Path path, String relation, Pattern cause) {}

  private static final String REFERENCES = "missing-.*";
  private static final String SCHEDULING = "insufficient-.*|node-selector-mismatch";
  private static final String IMAGES = "image-.*";
  private static final String CONTAINERS =
      "container-out-of-memory|container-start-failing|crash-looping-container";
  private static final String PODS =
      REFERENCES + "|" + IMAGES + "|" + SCHEDULING + "|" + CONTAINERS + "|container-not-ready";

  private static final List<Row> ROWS =
      List.of(
          row("container-not-ready|workload-.*", Path.NODE, "runs on", "node-.*"),
          row("container-.*|crash-.*", Path.SAME_OWNER, "needs", REFERENCES),
          row(
              "crash-looping-container|container-not-ready",
              Path.SAME_CONTAINER,
              "restarts after",
              "container-out-of-memory|container-start-failing"),
          row(
              "container-not-ready",
              Path.SAME_CONTAINER,
              "waits for",
              "crash-looping-container|container-start-failing"),
          row("image-pull-unauthorized", Path.SAME_OWNER, "pulls with", "missing-.*secret"),
          row(SCHEDULING, Path.CLAIM, "mounts", "storage-class-missing"),
          row("workload-.*|job-failed", Path.CLAIM, "mounts", "storage-class-missing"),
          row("workload-.*", Path.SAME_OWNER, "creates pods under", "quota-blocks-pods"),
          row("workload-.*|job-failed", Path.SAME_OWNER, "has pods with", PODS),
          row("service-without-ready-endpoints", Path.SELECTED_PODS, "selects", "workload-.*"),
          row("service-without-ready-endpoints", Path.SELECTED_PODS, "selects", PODS));

  private CauseTable() {}

  /** The rows that may explain a finding of the rule, the nearest cause first. */
  static List<Row> rowsFor(String rule) {
    return ROWS.stream().filter(row -> row.symptom.matcher(rule).matches()).toList();
  }

  /** Place of a row in the table. */
  static int preference(Row row) {
    return IntStream.range(0, ROWS.size())
        .filter(i -> ROWS.get(i) == row)
        .findFirst()
        .orElseThrow();
  }

  private static Row row(String symptom, Path path, String relation, String cause) {
    return new Row(Pattern.compile(symptom), path, relation, Pattern.compile(cause));
  }
}
