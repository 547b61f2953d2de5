package dev.kuberounds.analysis;

import dev.kuberounds.cluster.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an analyzer saw on one object. The engine adds rule, owner and fingerprint and so makes the
 * {@link Finding}.
 *
 * @param object the judged object
 * @param container null if it is not about one container
 * @param severity empty: that of the rule
 * @param message one sentence
 * @param evidence what was seen
 * @param refersTo objects the message is about, whether they exist or not: the ends of cause edges
 */
public record Problem(
    HasMetadata object,
    @Nullable String container,
    Optional<Severity> severity,
    Message message,
    List<Evidence> evidence,
    List<ObjectRef> refersTo) {

  /** A problem of an object, told by a template with a {@code {}} for each argument. */
  public static Problem of(HasMetadata object, String template, Argument... arguments) {
    return new Problem(
        object, null, Optional.empty(), Message.message(template, arguments), List.of(), List.of());
  }

  public Problem container(String name) {
    return new Problem(object, name, severity, message, evidence, refersTo);
  }

  /** Raises or lowers the rule's severity. */
  public Problem severity(Severity other) {
    return new Problem(object, container, Optional.of(other), message, evidence, refersTo);
  }

  /** Raises or lowers the rule's severity if the condition holds. */
  public Problem severityIf(boolean condition, Severity other) {
    return condition ? severity(other) : this;
  }

  /** Adds what was seen at a field; see {@link Evidence#path()}. */
  public Problem evidence(String path, Argument value) {
    return new Problem(
        object,
        container,
        severity,
        message,
        append(evidence, new Evidence(path, value)),
        refersTo);
  }

  /** Adds free text seen at a field, unless it is empty. */
  public Problem evidence(String path, @Nullable String text) {
    return text == null || text.isBlank() ? this : evidence(path, Argument.text(text));
  }

  public Problem refersTo(ObjectRef other) {
    return new Problem(object, container, severity, message, evidence, append(refersTo, other));
  }

  private static <T> List<T> append(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
