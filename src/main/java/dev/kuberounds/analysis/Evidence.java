package dev.kuberounds.analysis;

/**
 * What was seen, and where.
 *
 * @param path field of the judged object in dots and indexes, such as {@code
 *     status.containerStatuses[0].restartCount}, of another object as {@code Kind/name: path}, or
 *     {@code event}
 * @param value what stood there
 */
public record Evidence(String path, Argument value) {}
