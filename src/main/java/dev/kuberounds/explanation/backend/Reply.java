package dev.kuberounds.explanation.backend;

/** What became of a question. */
public sealed interface Reply {

  /** A reply to something that left. */
  sealed interface Transmitted extends Reply {
    Sent sent();
  }

  /**
   * An answer.
   *
   * @param text the model's words
   * @param cutOff true if it reached the limit of tokens
   * @param model that answered
   * @param inputTokens as told by the endpoint; 0: it did not tell
   * @param outputTokens as told by the endpoint; 0: it did not tell
   */
  record Answered(
      String text, boolean cutOff, String model, long inputTokens, long outputTokens, Sent sent)
      implements Transmitted {}

  /**
   * An HTTP status that is no answer.
   *
   * @param adapted true if the endpoint did not understand the request and would now be asked
   *     another way
   */
  record Refused(Sent sent, boolean adapted) implements Transmitted {}

  /** Something that is no chat completion, such as an HTML page with status 200. */
  record Unusable(Sent sent) implements Transmitted {}

  /**
   * No answer at all.
   *
   * @param reason a short clause, such as {@code no answer in 60 s}
   */
  record Unreachable(String reason, Sent sent) implements Transmitted {}

  /**
   * An identifier of the cluster stood in the request. Nothing was sent.
   *
   * @param type of the identifier
   */
  record Leaking(String type) implements Reply {}

  /**
   * The request could not be made. Nothing was sent.
   *
   * @param reason a short clause
   */
  record Broken(String reason) implements Reply {}
}
