package dev.kuberounds.explanation.backend;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of the API an endpoint understands. Found out once for a run, by its refusals.
 *
 * @param format how the form of an answer is demanded
 * @param formerTokenLimit true if the limit of tokens is known by its former name only
 */
record Dialect(AnswerFormat format, boolean formerTokenLimit) {

  static final Dialect FULL = new Dialect(AnswerFormat.SCHEMA, false);

  /**
   * A simpler dialect that avoids what was refused.
   *
   * @param complaint body of the refusal
   * @return empty if it was refused for another reason
   */
  Optional<Dialect> simpler(String complaint) {
    String words = complaint.toLowerCase(Locale.ROOT);
    if (!formerTokenLimit && words.contains("max_completion_tokens")) {
      return Optional.of(new Dialect(format, true));
    }
    boolean form =
        Stream.of("response_format", "schema", "json_object", "structured")
            .anyMatch(words::contains);
    return form && format != AnswerFormat.TEXT
        ? Optional.of(new Dialect(AnswerFormat.values()[format.ordinal() + 1], formerTokenLimit))
        : Optional.empty();
  }
}
