package dev.kuberounds.cluster;

/**
 * What reading cost the API server; all zero for a dump.
 *
 * @param requests number of HTTP requests, retries included
 * @param bytes bytes of all answers as they came over the wire
 * @param throttled answers 429
 */
public record Traffic(int requests, long bytes, int throttled) {

  public static final Traffic NONE = new Traffic(0, 0, 0);
}
