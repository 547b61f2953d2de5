package dev.kuberounds.analysis;

/**
 * A typed value in a message, so that anonymization and fingerprints need no help from any rule.
 *
 * @param form how the value is treated
 * @param type for a name what it names, such as {@code container} or {@code ConfigMap}; else empty
 * @param value as shown to a reader
 */
public record Argument(Form form, String type, String value) {

  /** How a value is treated. */
  public enum Form {
    /** An identifier of the cluster: replaced by an alias, part of the fingerprint. */
    NAME,
    /** A count, size or time: kept, never part of the fingerprint. */
    NUMBER,
    /** Free text of the cluster: scanned for identifiers, never part of the fingerprint. */
    TEXT,
    /** A public word such as a reason or a class: kept, part of the fingerprint. */
    WORD
  }

  public static Argument name(String type, String value) {
    return new Argument(Form.NAME, type, value);
  }

  public static Argument number(long value) {
    return new Argument(Form.NUMBER, "", Long.toString(value));
  }

  /** A quantity or duration with its unit. */
  public static Argument number(String value) {
    return new Argument(Form.NUMBER, "", value);
  }

  public static Argument text(String value) {
    return new Argument(Form.TEXT, "", value);
  }

  public static Argument word(String value) {
    return new Argument(Form.WORD, "", value);
  }
}
