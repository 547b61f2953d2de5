package dev.kuberounds.analysis;

import dev.kuberounds.cluster.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem with everything known about it in this run.
 *
 * @param fingerprint SHA-256 in hex, the same in every run for the same trouble: over rule,
 *     namespace, owner, container and the message's names and words, never numbers or pod names
 * @param rule id of the rule
 * @param severity of this finding
 * @param category of the rule
 * @param object the judged object, the first in key order if there are several
 * @param owner what a person would change, such as the Deployment of a pod
 * @param container null if it is not about one container
 * @param message one sentence
 * @param evidence of the first object
 * @param instances every object with this same finding, in key order
 * @param refersTo objects the message is about, whether they exist or not
 */
public record Finding(
    String fingerprint,
    String rule,
    Severity severity,
    Category category,
    ObjectRef object,
    ObjectRef owner,
    @Nullable String container,
    Message message,
    List<Evidence> evidence,
    List<ObjectRef> instances,
    List<ObjectRef> refersTo) {}
