package dev.kuberounds.analysis;

import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Every rule there is: each {@link Analyzer} class below this package, so that a new one touches no
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
        scanner.findCandidateComponents(RuleCatalog.class.getPackageName()).stream()
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
