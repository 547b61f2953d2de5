package dev.kuberounds.diagnosis;

import dev.kuberounds.cluster.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A possible reason for a finding: its object depends on another, which may be the cause.
 *
 * @param symptom fingerprint of the finding to be explained
 * @param preference smaller is nearer: of several edges the first that leads to a finding counts
 * @param relation how the symptom's object depends on the other, such as {@code runs on}
 * @param object what it depends on
 * @param cause fingerprint of the finding on that object; null if that is not known within the
 *     namespace and only the whole cluster tells
 */
public record CauseEdge(
    String symptom, int preference, String relation, ObjectRef object, @Nullable String cause) {}
