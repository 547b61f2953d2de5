package dev.kuberounds.anonymization;

import dev.kuberounds.anonymization.text.Span;
import dev.kuberounds.anonymization.text.TextScanner;
import java.util.function.BinaryOperator;

/**
 * Writes an alias for every name.
 *
 * @param scanner finds names in texts
 * @param alias the alias of a type and a name
 */
record AliasedWording(TextScanner scanner, BinaryOperator<String> alias) implements Wording {

  @Override
  public String name(String type, String name) {
    return alias.apply(type, name);
  }

  @Override
  public String text(String text) {
    return scanner.replace(text, span -> replaced(text, span));
  }

  @Override
  public String path(String path) {
    return scanner.replaceInPath(path, span -> replaced(path, span));
  }

  @Override
  public String number(String number) {
    return number;
  }

  private String replaced(String text, Span span) {
    return alias.apply(span.type(), text.substring(span.start(), span.end()));
  }
}
