package dev.kuberounds.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet and the one script of a page, and the hashes by which its policy allows them.
 *
 * @param css exact content of the style element
 * @param script exact content of the script element
 */
public record Assets(String css, String script) {

  /** The files of the jar, with a style rule that prints the given words on each page. */
  public static Assets of(String footer) {
    String page = "@page{@bottom-left{content:\"" + cssString(footer) + "\"}}\n";
    return new Assets(load("report.css") + page, load("report.js"));
  }

  public Object getStyle() {
    return SafeOutput.HTML.markup(css);
  }

  public Object getCode() {
    return SafeOutput.HTML.markup(script);
  }

  public String getStyleHash() {
    return hash(css);
  }

  public String getScriptHash() {
    return hash(script);
  }

  /** Everything but plain letters and digits as an escape, so that no name can end the string. */
  private static String cssString(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (point < 128 && Character.isLetterOrDigit(point)) {
            out.appendCodePoint(point);
          } else {
            out.append("\\%06x".formatted(point));
          }
        });
    return out.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private static String load(String name) {
    String path = "/templates/html/" + name;
    try (InputStream stream = Assets.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("cannot read " + path + ": not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
