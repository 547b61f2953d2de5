package dev.kuberounds.cluster;

/**
 * How listing one kind ended. "Nothing there" and "not allowed to look" are different answers; only
 * {@link Listed} allows the conclusion that an object is missing.
 */
public sealed interface Outcome {

  /** Every object of the kind in this scope was read. */
  record Listed() implements Outcome {}

  /** The API server refused (401, 403). */
  record Denied(String reason) implements Outcome {}

  /** The kind is not served, or not in the dump. */
  record Absent(String reason) implements Outcome {}

  /** The server or the file gave no usable answer. */
  record Failed(String reason) implements Outcome {}

  /** Part of the objects was read, or the list is not of one moment. */
  record Truncated(String reason) implements Outcome {}

  /** The schema's word for this outcome. */
  default String word() {
    return switch (this) {
      case Listed() -> "listed";
      case Denied(var _) -> "denied";
      case Absent(var _) -> "absent";
      case Failed(var _) -> "failed";
      case Truncated(var _) -> "truncated";
    };
  }

  /** Why the listing is not complete; empty if it is. */
  default String explanation() {
    return switch (this) {
      case Listed() -> "";
      case Denied(var reason) -> reason;
      case Absent(var reason) -> reason;
      case Failed(var reason) -> reason;
      case Truncated(var reason) -> reason;
    };
  }
}
