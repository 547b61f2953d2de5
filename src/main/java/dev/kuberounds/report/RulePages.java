package dev.kuberounds.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pages of the rules, as they lie in the jar. */
public final class RulePages {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String folder;
  private final Map<String, Optional<RulePage>> pages = new ConcurrentHashMap<>();

  public RulePages() {
    this("/rules/");
  }

  RulePages(String folder) {
    this.folder = folder;
  }

  /** The page of a rule; empty if it has none, such as a rule of a later version. */
  public Optional<RulePage> page(String ruleId) {
    // The id may come from stored history: it must not leave the folder.
    return ID.matcher(ruleId).matches()
        ? pages.computeIfAbsent(ruleId, this::load)
        : Optional.empty();
  }

  private Optional<RulePage> load(String ruleId) {
    String path = folder + ruleId + ".md";
    try (InputStream stream = RulePages.class.getResourceAsStream(path)) {
      if (stream == null) {
        return Optional.empty();
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(RulePage.parse(ruleId, text));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rule page " + path, e);
    }
  }
}
