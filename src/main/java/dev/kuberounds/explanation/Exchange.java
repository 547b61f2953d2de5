package dev.kuberounds.explanation;

import java.time.Instant;

/**
 * One HTTP request and its answer, for the transcript of the run. Only what was really sent.
 *
 * @param at when it was sent
 * @param endpoint URL without credentials
 * @param model asked for
 * @param request the exact body, in UTF-8
 * @param status of the answer; 0: there was none
 * @param answer body as it came, empty if there was none
 */
public record Exchange(
    Instant at, String endpoint, String model, String request, int status, String answer) {}
