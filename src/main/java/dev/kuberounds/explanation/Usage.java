package dev.kuberounds.explanation;

/**
 * What was spent.
 *
 * @param requests HTTP requests sent, repeated ones too
 * @param inputTokens as told by the endpoint, else estimated
 * @param outputTokens as told by the endpoint, else estimated
 */
public record Usage(int requests, long inputTokens, long outputTokens) {

  public static final Usage NONE = new Usage(0, 0, 0);

  public Usage plus(Usage other) {
    return new Usage(
        requests + other.requests,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens);
  }
}
