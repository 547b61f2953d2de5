package dev.kuberounds.delivery;

/** What one destination answered to one run. */
public sealed interface Receipt {

  /** The destination's name. */
  String destination();

  /**
   * The run is there.
   *
   * @param detail where, and what is worth knowing about how it got there
   */
  record Delivered(String destination, String detail) implements Receipt {}

  /**
   * The run is not there, or not all of it; trying again is harmless.
   *
   * @param reason one line without secrets: what happened and what to do
   */
  record Failed(String destination, String reason) implements Receipt {}
}
