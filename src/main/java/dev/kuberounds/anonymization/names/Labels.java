package dev.kuberounds.anonymization.names;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.anonymization.text.Patterns;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What labels, annotations and values of environment variables tell. */
final class Labels {

  private static final Pattern HOST =
      Pattern.compile(
          "(?<scheme>[a-zA-Z][\\w+.:-]*://)?(?:[^/@\\s]+@)?(?<host>[\\w.-]+)(?<port>:\\d+)?(?:[/?].*)?");

  private Labels() {}

  /** Adds the value, and the domain of the key unless everybody uses it. */
  static void add(BiConsumer<String, String> found, String key, JsonNode value) {
    if (value.isTextual()) {
      found.accept("value", value.textValue());
    }
    int slash = key.indexOf('/');
    if (slash > 0 && isHost(key.substring(0, slash))) {
      found.accept("host", key.substring(0, slash));
    }
  }

  /** Adds the host if the value is a host or a URL. */
  static void addHost(BiConsumer<String, String> found, String value) {
    Matcher matcher = HOST.matcher(value);
    if (matcher.matches()) {
      boolean sure = matcher.group("scheme") != null || matcher.group("port") != null;
      if (sure || isHost(matcher.group("host"))) {
        found.accept("host", matcher.group("host"));
      }
    }
  }

  private static boolean isHost(String word) {
    return word.indexOf('.') > 0
        && Patterns.find(word).stream().anyMatch(span -> span.type().equals("host"));
  }
}
