package dev.kuberounds.delivery;

/** A place outside that receives every run. */
public interface Destination {

  /** Such as {@code s3}; unique among the destinations of a configuration. */
  String name();

  /**
   * Brings a run there. Any trouble is {@link Receipt.Failed}, never an exception; repeating a
   * delivery creates nothing a second time.
   */
  Receipt deliver(Delivery delivery);
}
