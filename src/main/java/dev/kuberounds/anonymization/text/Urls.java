package dev.kuberounds.anonymization.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Takes URLs apart: scheme, port and well-known paths such as {@code /healthz} may stay. */
final class Urls {

  private Urls() {}

  /** Adds what may not leave of each URL; see the groups of the expression in {@link Patterns}. */
  static void find(Matcher url, List<Span> found) {
    while (url.find()) {
      if (url.start("token") >= 0) {
        found.add(new Span(url.start("token"), url.end("token"), "token"));
      }
      host(url, found);
      if (url.start("path") >= 0 && !isPublic(url.group("path"))) {
        found.add(new Span(url.start("path") + 1, url.end("path"), "path"));
      }
    }
  }

  private static void host(Matcher url, List<Span> found) {
    String host = url.group("host");
    int start = url.start("host");
    List<Span> parts = HostNames.find(host);
    boolean taken = parts.stream().anyMatch(part -> part.type().equals("namespace"));
    if (taken || host.equals("localhost") || HostNames.isPublic(host)) {
      return; // a name inside the cluster is found, and told apart, by itself
    }
    boolean address = Shapes.ipv4(host) || Shapes.ipv6(host.replaceAll("[\\[\\]]", ""));
    if (!Shapes.unspecific(host)) {
      found.add(new Span(start, url.end("host"), address ? "ip" : "host"));
    }
  }

  private static boolean isPublic(String path) {
    return Stream.of(path.split("[/?#.]")).allMatch(Urls::isPublicWord);
  }

  private static boolean isPublicWord(String word) {
    return word.isEmpty() || word.matches("v\\d") || Vocabulary.shipped().isPublic(word);
  }
}
