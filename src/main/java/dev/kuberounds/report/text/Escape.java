package dev.kuberounds.report.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text inert in the language it is written into. Every function makes it visible first. */
public final class Escape {

  /** What Markdown or a code host could turn into markup, a link, a mention or an emoji. */
  private static final Pattern ACTIVE =
      Pattern.compile("[\\\\`*_~<>&\\[\\]|#@!$^{}]|:/|(?i:www\\.)|:\\w+:|(?i:gh)-\\d|[0-9a-f]{7,}");

  /** A first word that would begin a list, a rule or a heading. */
  private static final Pattern BLOCK_START = Pattern.compile("[-+=]+|\\d+[.)]");

  private static final Pattern WORDS = Pattern.compile("\\S+");
  private static final Pattern FENCES = Pattern.compile("`+");

  private Escape() {}

  /** For HTML, also inside quoted attributes. */
  public static String html(String value) {
    String text = Visible.text(value);
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Prose in Markdown, on one line: a word that could become markup stands in a code span. */
  public static String markdown(String value) {
    String line = Visible.text(value).replaceAll("\\s+", " ");
    StringBuilder out = new StringBuilder();
    Matcher words = WORDS.matcher(line);
    int from = 0;
    while (words.find()) {
      String word = words.group();
      boolean active =
          ACTIVE.matcher(word).find() || (from == 0 && BLOCK_START.matcher(word).matches());
      out.append(line, from, words.start()).append(active ? markdownCode(word) : word);
      from = words.end();
    }
    return out.append(line.substring(from)).toString();
  }

  /** Adds a piece of Markdown, so that two code spans never run into one another. */
  public static void join(StringBuilder out, String piece) {
    boolean touching =
        !out.isEmpty() && out.charAt(out.length() - 1) == '`' && piece.startsWith("`");
    out.append(touching ? " " : "").append(piece);
  }

  /** A code span of Markdown on one line. */
  public static String markdownCode(String value) {
    String line = Visible.text(value).replaceAll("\\s+", " ");
    if (line.isBlank()) {
      return line;
    }
    String fence = fence(line, 1);
    boolean pad = line.startsWith("`") || line.endsWith("`");
    return pad ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** A fenced block of Markdown, with its line feeds. */
  public static String markdownBlock(String value, String info) {
    String text = Visible.text(value);
    String fence = fence(text, 3);
    return fence + info + "\n" + text + "\n" + fence;
  }

  /** Longer than any run of backticks in the text. */
  private static String fence(String text, int least) {
    int longest =
        FENCES.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
    return "`".repeat(Math.max(least, longest + 1));
  }
}
