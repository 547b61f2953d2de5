package dev.kuberounds.analysis;

import dev.kuberounds.cluster.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The statement an analyzer makes, as a row of the catalogue.
 *
 * @param id the class name in kebab case; never changed
 * @param title a clause in sentence case, at most six words
 * @param severity the base; a problem may raise or lower it
 * @param category what it looks after
 * @param profile the smallest profile it belongs to
 * @param judges the kind its problems are about
 * @param reads kinds it also needs; it is skipped where one of them or the judged kind is not
 *     listed
 * @param consults kinds that only enrich or silence it; it runs without them
 * @param equivalents the same check in other tools, such as {@code popeye/1110}
 * @param fallbackOf ids of more specific rules that silence it on the same owner and container
 * @param version raised when the same objects would give other findings; part of the ruleset's hash
 */
public record Rule(
    String id,
    String title,
    Severity severity,
    Category category,
    Profile profile,
    Class<? extends HasMetadata> judges,
    List<Class<? extends HasMetadata>> reads,
    List<Class<? extends HasMetadata>> consults,
    List<String> equivalents,
    List<String> fallbackOf,
    int version) {

  private static final List<Class<? extends HasMetadata>> POD_OWNERS =
      List.of(ReplicaSet.class, Deployment.class, StatefulSet.class, DaemonSet.class, Job.class);

  /** The rule of an analyzer in the default profile. */
  public static Rule of(
      Class<? extends Analyzer> analyzer,
      String title,
      Severity severity,
      Category category,
      Class<? extends HasMetadata> judges) {
    return new Rule(
        id(analyzer),
        title,
        severity,
        category,
        Profile.DEFAULT,
        judges,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1);
  }

  @SafeVarargs
  public final Rule reads(Class<? extends HasMetadata>... kinds) {
    return new Rule(
        id,
        title,
        severity,
        category,
        profile,
        judges,
        List.of(kinds),
        consults,
        equivalents,
        fallbackOf,
        version);
  }

  @SafeVarargs
  public final Rule consults(Class<? extends HasMetadata>... kinds) {
    return new Rule(
        id,
        title,
        severity,
        category,
        profile,
        judges,
        reads,
        List.of(kinds),
        equivalents,
        fallbackOf,
        version);
  }

  public Rule equivalents(String... checks) {
    return new Rule(
        id,
        title,
        severity,
        category,
        profile,
        judges,
        reads,
        consults,
        List.of(checks),
        fallbackOf,
        version);
  }

  public Rule fallbackOf(String... ids) {
    return new Rule(
        id,
        title,
        severity,
        category,
        profile,
        judges,
        reads,
        consults,
        equivalents,
        List.of(ids),
        version);
  }

  public Rule profile(Profile other) {
    return new Rule(
        id,
        title,
        severity,
        category,
        other,
        judges,
        reads,
        consults,
        equivalents,
        fallbackOf,
        version);
  }

  /** The kinds without which the rule is skipped. */
  public Stream<Class<? extends HasMetadata>> needs() {
    return Stream.concat(Stream.of(judges), reads.stream());
  }

  /** Every kind that is listed for this rule; with pods also what may own them. */
  public Stream<Class<? extends HasMetadata>> kinds() {
    List<Class<? extends HasMetadata>> named =
        Stream.concat(needs(), consults.stream()).distinct().toList();
    return named.contains(Pod.class)
        ? Stream.concat(named.stream(), POD_OWNERS.stream()).distinct()
        : named.stream();
  }

  /** Name of the judged kind, such as {@code Pod}. */
  public String kindName() {
    return Kind.of(judges).name();
  }

  private static String id(Class<?> analyzer) {
    return String.join("-", Arrays.asList(analyzer.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])")))
        .toLowerCase(Locale.ROOT);
  }
}
