package dev.kuberounds.explanation;

/** What came of asking, after all tries. */
sealed interface Told {

  /** The model's words, empty if the answer was no chat completion. */
  record Something(String text, boolean cutOff, String model) implements Told {}

  /** No answer, and asking again is no use. */
  record Nothing(String reason) implements Told {}

  /** A request with an identifier in it; nothing was sent. */
  record Leaking(String type) implements Told {}
}
