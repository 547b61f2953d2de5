package dev.kuberounds.explanation.backend;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/**
 * The form of an answer; the JSON schema is made from these records.
 *
 * @param incidents one for each incident asked about
 */
record Answers(List<Answer> incidents) {

  /** What is said about one incident. */
  record Answer(
      @JsonPropertyDescription("id of the incident, copied") String id,
      @JsonPropertyDescription("why this happens") String cause,
      @JsonPropertyDescription("steps that fix it") List<String> remedy,
      @JsonPropertyDescription("kubectl commands") List<Command> commands,
      @JsonPropertyDescription("ids of the evidence cited") List<String> evidence,
      Confidence confidence) {}

  /** A command, and whether the model thinks it changes something. */
  record Command(String command, boolean mutates) {}

  /** How sure the model is. */
  enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }
}
