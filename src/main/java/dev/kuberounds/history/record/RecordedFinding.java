package dev.kuberounds.history.record;

import dev.kuberounds.analysis.Finding;
import java.time.Instant;

/**
 * A finding of a run with its past.
 *
 * @param finding as last seen
 * @param state against the run before
 * @param firstSeen snapshot time of the first run that saw it
 * @param lastSeen snapshot time of the newest run that saw it
 * @param openedAt start of its current appearance
 * @param occurrences number of runs that have seen it
 */
public record RecordedFinding(
    Finding finding,
    State state,
    Instant firstSeen,
    Instant lastSeen,
    Instant openedAt,
    int occurrences) {}
