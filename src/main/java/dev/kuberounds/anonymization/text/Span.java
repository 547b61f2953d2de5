package dev.kuberounds.anonymization.text;

/**
 * A part of a text that may not leave.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param type what it names, such as {@code pod} or {@code ip}; lower-case letters
 */
public record Span(int start, int end, String type) {

  int length() {
    return end - start;
  }
}
