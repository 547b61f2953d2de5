package dev.kuberounds.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cluster before its objects are read.
 *
 * @param id names the cluster in paths, history and reports
 * @param live false for a dump
 * @param version such as {@code v1.34.2}; null if the source does not tell
 * @param takenAt the server's time at the start, or the time the dump was taken
 */
public record ClusterInfo(String id, boolean live, @Nullable String version, Instant takenAt) {}
