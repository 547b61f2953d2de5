package dev.kuberounds.cluster.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.cluster.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceFilterTest {

  @Test
  void globsAreGlobsAndNothingElse() {
    NamespaceFilter filter =
        new NamespaceFilter(new Scope(List.of(), List.of("kube-*", "pr-??", "a.c"), ""));
    assertThat(List.of("kube-system", "kube-", "pr-12", "a.c")).noneMatch(filter);
    assertThat(List.of("kube", "my-kube-x", "pr-123", "abc")).allMatch(filter);
  }

  @Test
  void anExclusionBeatsAName() {
    NamespaceFilter filter = new NamespaceFilter(new Scope(List.of("a", "b"), List.of("b"), ""));
    assertThat(List.of("a", "b", "c")).filteredOn(filter).containsExactly("a");
  }
}
