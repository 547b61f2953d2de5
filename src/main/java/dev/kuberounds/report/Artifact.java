package dev.kuberounds.report;

/**
 * One finished file of a run.
 *
 * @param name relative to the run's folder, such as {@code report.html}
 * @param mediaType such as {@code text/html; charset=utf-8}
 * @param content the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Artifact(String name, String mediaType, byte[] content) {}
