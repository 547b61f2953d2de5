package dev.kuberounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page as strictly as nobody writes one: every angle bracket is a tag we know, every
 * attribute is quoted, everything opened is closed.
 */
record StrictHtml(List<Element> elements) {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:=\"[^\"<>]*\")?)*)(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z-]+)(?:=\"([^\"]*)\")?");
  private static final Set<String> VOID = Set.of("meta", "link", "br", "rect", "hr");
  private static final Set<String> RAW = Set.of("style", "script");

  /** One start tag and the text up to the next tag, with its character references as written. */
  record Element(String name, Map<String, String> attributes, String text) {

    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  static StrictHtml parse(String html) {
    List<Element> elements = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    int at = html.startsWith("<!doctype html>\n") ? "<!doctype html>\n".length() : 0;
    Matcher tag = TAG.matcher(html);
    while (at < html.length()) {
      int bracket = html.indexOf('<', at);
      String text = html.substring(at, bracket < 0 ? html.length() : bracket);
      assertThat(text).doesNotContain(">");
      if (bracket < 0) {
        break;
      }
      tag.region(bracket, html.length());
      assertThat(tag.lookingAt()).as("tag at: %s", excerpt(html, bracket)).isTrue();
      at = tag.end();
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).as("closed at: %s", excerpt(html, bracket)).isEqualTo(name);
        continue;
      }
      int next = RAW.contains(name) ? html.indexOf("</" + name, at) : html.indexOf('<', at);
      elements.add(new Element(name, attributes(tag.group(3)), html.substring(at, next)));
      at = RAW.contains(name) ? next : at;
      if (!VOID.contains(name)) {
        open.push(name);
      }
    }
    assertThat(open).isEmpty();
    return new StrictHtml(elements);
  }

  List<Element> all(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).toList();
  }

  /** Values of an attribute, wherever it stands. */
  List<String> values(String attribute) {
    return elements.stream()
        .filter(element -> element.attributes().containsKey(attribute))
        .map(element -> element.attribute(attribute))
        .toList();
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    ATTRIBUTE
        .matcher(text)
        .results()
        .forEach(one -> attributes.put(one.group(1), one.group(2) == null ? "" : one.group(2)));
    return attributes;
  }

  private static String excerpt(String html, int at) {
    return html.substring(at, Math.min(html.length(), at + 120));
  }
}
