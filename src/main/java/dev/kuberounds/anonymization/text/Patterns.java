package dev.kuberounds.anonymization.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may not leave although nobody named it: addresses, hosts, people, secrets. A named
 * group of an expression is a part to replace, its name is the type.
 */
public final class Patterns {

  /** Stands for an alias in a text that is searched again; no expression matches it. */
  public static final char ALIAS = '\uFFFC';

  private static final String VALUE = "[^\\s\"'`,;&\\uFFFC]";

  private static final List<Pattern> EXPRESSIONS =
      List.of(
          // Secrets by their shape
          of("(?<token>-----BEGIN [A-Z0-9 ]+-----[\\s\\S]*?(?:-----END [A-Z0-9 ]+-----|\\z))"),
          of("(?<![A-Za-z0-9])(?<token>eyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?)"),
          of("(?<![A-Za-z0-9])(?<token>(?:AKIA|ASIA)[A-Z0-9]{12,})"),
          of(
              "(?<![A-Za-z0-9])(?<token>(?:gh[opsur]|github_pat|glpat|sk|xox[abeprs])[_-][\\w-]{10,})"),
          of("(?<![A-Za-z0-9])(?<token>AIza[\\w-]{30,})"),
          // Secrets by what stands before them
          of("(?i)(?:password|passwd|pwd)[\"']?\\s?[:=]\\s?[\"']?(?<token>" + VALUE + "{2,})"),
          of(
              "(?i)(?:secret|token|api[_-]?key|access[_-]?key|credentials?)[\"']?\\s?[:=]\\s?[\"']?"
                  + "(?<token>(?=\\S*\\d)"
                  + VALUE
                  + "{4,})"),
          of("(?i)\\b(?:bearer|basic)\\s+(?<token>[\\w.~+/=-]{8,})"),
          // People and their things
          of("(?<![\\w.+%-])(?<!://[^\\s@/]{0,100})(?<email>[\\w.+%-]+@[\\w-]++(?:\\.[\\w-]++)++)"),
          of("(?i)(?:/home/|/users/|\\\\users\\\\)(?<user>[^/\\\\\\s\"':\\uFFFC]+)"),
          of(
              "(?i)\\b(?:user|username|role|database|schema|relation)["
                  + " =]\\s?[\"'](?<user>[^\"'\\uFFFC]{2,})[\"']"),
          of("(?i)\\b(?:user|username|dbname)=(?<user>" + VALUE + "{2,})"),
          // Clouds
          of("(?<![A-Za-z0-9])(?<cloud>arn:aws[\\w-]*:[^\\s\"'<>,)]+)"),
          of("(?<cloud>/subscriptions/[^\\s\"'<>,)]+)"),
          of("(?<![\\w/])(?<cloud>projects/[^\\s\"'<>,)/]+/[^\\s\"'<>,)]+)"),
          // Addresses
          of("(?<![A-Za-z0-9-])(?<uid>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"),
          of("(?<![A-Za-z0-9:])(?<mac>[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5})(?![A-Za-z0-9:])"),
          of("(?<![A-Za-z0-9])(?<host>ip(?:-\\d{1,3}){4})"),
          of("(?i)\\blookup (?<host>(?!\\S+\\.svc\\b)[^\\s:\"'`\\uFFFC]+)"),
          of(
              "(?<![A-Za-z0-9.])(?<ip>(?!(?:127\\.0\\.0\\.1|0\\.0\\.0\\.0|255\\.255\\.255\\.255)(?!\\d))"
                  + "\\d{1,3}(?:\\.\\d{1,3}){3})(?![A-Za-z0-9]|\\.\\d)"));

  private static final Pattern IPV6 =
      of("(?<![A-Za-z0-9:.])[0-9A-Fa-f:.]{2,45}+(?:%\\w+)?(?![A-Za-z0-9:])");

  private static final Pattern URL =
      of(
          "(?i)(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://(?:(?<token>[^\\s/@\"'`<>\\uFFFC]+)@)?"
              + "(?<host>[^\\s/?#\"'`<>\\uFFFC]+?)(?::\\d+)?(?=[/?#\\s\"'`<>)\\]}\\uFFFC]|[,;:.](?:\\s|$)|$)"
              + "(?<path>[/?#](?:[^\\s\"'`<>)\\]}\\uFFFC]*[^\\s\"'`<>)\\]}\\uFFFC,;:.])?)?");

  private static final Pattern OPAQUE = of("(?<![A-Za-z0-9])[A-Za-z0-9+/_]{16,}={0,2}|[\\w-]{32,}");

  private Patterns() {}

  /** Every part of the text that looks as if it may not leave, also where they overlap. */
  public static List<Span> find(String text) {
    List<Span> found = new ArrayList<>(HostNames.find(text));
    EXPRESSIONS.forEach(expression -> groups(expression, text, found));
    Urls.find(URL.matcher(text), found);
    Matcher ipv6 = IPV6.matcher(text);
    while (ipv6.find()) {
      if (Shapes.ipv6(ipv6.group())) {
        found.add(new Span(ipv6.start(), ipv6.end(), "ip"));
      }
    }
    Matcher opaque = OPAQUE.matcher(text);
    while (opaque.find()) {
      if (Shapes.secret(opaque.group())) {
        found.add(new Span(opaque.start(), opaque.end(), "token"));
      }
    }
    return found;
  }

  private static void groups(Pattern expression, String text, List<Span> found) {
    Matcher matcher = expression.matcher(text);
    while (matcher.find()) {
      for (String type : expression.namedGroups().keySet()) {
        found.add(new Span(matcher.start(type), matcher.end(type), type));
      }
    }
  }

  private static Pattern of(String expression) {
    return Pattern.compile(expression);
  }
}
