package dev.kuberounds.analysis.catalog;

import dev.kuberounds.analysis.Analyzer;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Every rule there is: each {@link Analyzer} class below its package, so that a new one touches no
 * list. Its constructor takes the {@link Thresholds} or nothing.
 */
public final class RuleCatalog {

  private final List<Analyzer> analyzers;

  private RuleCatalog(List<Analyzer> analyzers) {
    this.analyzers = analyzers;
  }

  public static RuleCatalog load(Thresholds thresholds) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Analyzer.class));
    return new RuleCatalog(
        scanner.findCandidateComponents(Analyzer.class.getPackageName()).stream()
            .map(BeanDefinition::getBeanClassName)
            .map(Objects::requireNonNull)
            .map(name -> make(name, thresholds))
            .sorted(Comparator.comparing(analyzer -> analyzer.rule().id()))
            .toList());
  }

  /** All analyzers by id of their rule. */
  public List<Analyzer> analyzers() {
    return analyzers;
  }

  public List<Rule> rules() {
    return analyzers.stream().map(Analyzer::rule).toList();
  }

  /** Names of the kinds that rules judge, sorted. */
  public SortedSet<String> kinds() {
    return rules().stream().map(Rule::kindName).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The analyzers somebody asked for.
   *
   * @throws IllegalArgumentException if a name in the properties is unknown, or nothing is left
   */
  public List<Analyzer> select(AnalysisProperties wanted) {
    known("filter", wanted.filter(), "kind", kinds());
    SortedSet<String> ids =
        rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    known("rules", wanted.rules(), "rule", ids);
    known("excluded-rules", wanted.excludedRules(), "rule", ids);
    List<Analyzer> selected =
        analyzers.stream().filter(analyzer -> selected(analyzer.rule(), wanted)).toList();
    if (selected.isEmpty()) {
      throw new IllegalArgumentException(
          "rounds.analysis selects no rule; kube-rounds rules lists all");
    }
    return selected;
  }

  private static boolean selected(Rule rule, AnalysisProperties wanted) {
    return rule.profile().compareTo(wanted.profile()) <= 0
        && rule.severity().atLeast(wanted.severity())
        && (wanted.filter().isEmpty() || wanted.filter().contains(rule.kindName()))
        && (wanted.rules().isEmpty() || wanted.rules().contains(rule.id()))
        && !wanted.excludedRules().contains(rule.id());
  }

  private static void known(
      String property, List<String> names, String what, SortedSet<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "rounds.analysis.%s names the unknown %s '%s'; known are %s"
                .formatted(property, what, name, String.join(", ", known)));
      }
    }
  }

  public Optional<Rule> rule(String id) {
    return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static Analyzer make(String name, Thresholds thresholds) {
    try {
      Constructor<?> constructor =
          ClassUtils.resolveClassName(name, null).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Analyzer)
          (constructor.getParameterCount() == 0
              ? constructor.newInstance()
              : constructor.newInstance(thresholds));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make the analyzer " + name, e);
    }
  }
}
