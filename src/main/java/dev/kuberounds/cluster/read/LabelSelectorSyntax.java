package dev.kuberounds.cluster.read;

import dev.kuberounds.cluster.ClusterConfigurationException;
import java.util.regex.Pattern;

/** The syntax of label selectors as kubectl takes them. */
public final class LabelSelectorSyntax {

  private static final String KEY =
      "(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";
  private static final String VALUE = "(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?";
  private static final String SET = "\\(\\s*" + VALUE + "\\s*(?:,\\s*" + VALUE + "\\s*)*\\)";
  private static final String TERM =
      "\\s*(?:!\\s*%1$s|%1$s(?:\\s*(?:==?|!=)\\s*%2$s|\\s*[<>]\\s*-?\\d+|\\s+(?:in|notin)\\s*%3$s)?)\\s*"
          .formatted(KEY, VALUE, SET);
  private static final Pattern SELECTOR = Pattern.compile(TERM + "(?:," + TERM + ")*");

  private LabelSelectorSyntax() {}

  /**
   * Accepts an empty selector, too.
   *
   * @throws ClusterConfigurationException if the API server would refuse the selector
   */
  public static void check(String selector) {
    if (!selector.isBlank() && !SELECTOR.matcher(selector).matches()) {
      throw new ClusterConfigurationException(
          "label selector '%s' is malformed; write it as for kubectl, such as app=shop,tier!=test or tier in (web, api)"
              .formatted(selector));
    }
  }
}
