package dev.kuberounds.explanation.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that left, and what came back.
 *
 * @param at when it was sent
 * @param body exactly as sent
 * @param status of the answer; 0: there was none
 * @param answer body of the answer
 * @param retryAfter how long the endpoint asks to wait
 */
public record Sent(
    Instant at, String body, int status, String answer, Optional<Duration> retryAfter) {}
