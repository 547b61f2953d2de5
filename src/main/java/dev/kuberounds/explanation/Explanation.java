package dev.kuberounds.explanation;

import java.util.List;

/** What became of asking about an incident. */
public sealed interface Explanation {

  /**
   * What the model says, with real names. Its words, not ours: possibly wrong, and hostile until
   * escaped.
   *
   * @param cause why this happens
   * @param remedy steps, the first to do first
   * @param commands to run, with our own classification
   * @param evidence ids of existing evidence the model cites
   * @param confidence the model's own, low if it cites no evidence
   * @param model that answered
   * @param language tag of the language asked for
   * @param unknownAliases names the model invented; they stand in the texts as they are
   */
  record Explained(
      String cause,
      List<String> remedy,
      List<Command> commands,
      List<String> evidence,
      Confidence confidence,
      String model,
      String language,
      List<String> unknownAliases)
      implements Explanation {}

  /**
   * There is no answer.
   *
   * @param reason a short clause for a person; never the model's words
   */
  record Unexplained(String reason) implements Explanation {}

  /**
   * A command to run.
   *
   * @param command one line
   * @param mutates true unless it certainly only reads
   */
  record Command(String command, boolean mutates) {}

  /** How sure the model says it is. */
  enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }
}
