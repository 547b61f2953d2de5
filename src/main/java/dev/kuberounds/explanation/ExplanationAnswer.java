package dev.kuberounds.explanation;

import java.util.List;
import java.util.SortedMap;

/**
 * What became of a request.
 *
 * @param explanations one for each incident asked about, by {@code AnonymizedIncident.incidentId()}
 * @param usage what it cost, failed tries too
 * @param exchanges every HTTP request in it, for the transcript
 */
public record ExplanationAnswer(
    SortedMap<String, Explanation> explanations, Usage usage, List<Exchange> exchanges) {}
