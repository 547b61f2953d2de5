package dev.kuberounds.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a rule's problem in general: a page of Markdown with fixed headings. Commands
 * stand in fenced blocks, {@code sh} reads the cluster and {@code sh changes} changes it.
 *
 * @param rule id of the rule
 * @param title first heading
 * @param blocks the rest, in order
 */
public record RulePage(String rule, String title, List<Block> blocks) {

  /** The sections that say something, in order. */
  public List<Section> sections() {
    return blocks.stream().map(Block::section).distinct().toList();
  }

  /** The headings every page has, in this order. */
  public enum Section {
    MEANS("What it means"),
    MATTERS("Why it matters"),
    CONFIRM("How to confirm"),
    FIX("How to fix"),
    BLIND("What it does not see"),
    SOURCES("Sources");

    private final String heading;

    Section(String heading) {
      this.heading = heading;
    }

    public String heading() {
      return heading;
    }

    static Optional<Section> of(String heading) {
      return Arrays.stream(values()).filter(section -> section.heading.equals(heading)).findFirst();
    }
  }

  /**
   * A piece of a section.
   *
   * @param info the words behind the fence of a code block; null for prose
   * @param text without the fences
   */
  public record Block(Section section, @Nullable String info, String text) {

    public boolean command() {
      return reading() || changing();
    }

    public boolean reading() {
      return "sh".equals(info);
    }

    public boolean changing() {
      return "sh changes".equals(info);
    }

    /**
     * The single commands of a block: each line with the comments above it and the lines it goes on
     * with. A block that is not of commands, or holds a document for one, is not divided.
     */
    public List<String> commands() {
      if (!command() || text.contains("<<")) {
        return List.of(text);
      }
      List<String> commands = new ArrayList<>();
      StringBuilder current = new StringBuilder();
      for (String line : text.lines().toList()) {
        current.append(current.isEmpty() ? "" : "\n").append(line);
        if (!line.startsWith("#") && !line.endsWith("\\") && !line.isBlank()) {
          commands.add(current.toString().strip());
          current.setLength(0);
        }
      }
      return List.copyOf(commands);
    }
  }

  /**
   * Reads a page.
   *
   * @throws IllegalArgumentException if a heading is unknown, or the page does not begin with one
   */
  public static RulePage parse(String rule, String markdown) {
    return new Parsing(rule).parse(markdown);
  }

  /** Only while a page is being read. */
  private static final class Parsing {

    private final String rule;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private String title = "";
    private @Nullable Section section;
    private @Nullable String fence;

    Parsing(String rule) {
      this.rule = rule;
    }

    RulePage parse(String markdown) {
      markdown.lines().forEach(this::line);
      finish(null);
      if (title.isEmpty()) {
        throw new IllegalArgumentException("rule page '" + rule + "' has no title");
      }
      return new RulePage(rule, title, List.copyOf(blocks));
    }

    private void line(String line) {
      if (line.strip().startsWith("```")) {
        String info = line.strip().replaceFirst("`+", "").strip();
        String closed = fence;
        finish(closed);
        fence = closed == null ? info : null;
      } else if (fence == null && line.startsWith("# ")) {
        title = line.substring(2).strip();
      } else if (fence == null && line.startsWith("## ")) {
        finish(null);
        section = section(line.substring(3).strip());
      } else {
        lines.add(line);
      }
    }

    private Section section(String heading) {
      return Section.of(heading)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "rule page '" + rule + "' has the unknown heading '" + heading + "'"));
    }

    private void finish(@Nullable String info) {
      String text = String.join("\n", lines).stripIndent().strip();
      lines.clear();
      if (text.isEmpty()) {
        return;
      }
      if (section == null) {
        throw new IllegalArgumentException("rule page '" + rule + "' has text before a heading");
      }
      blocks.add(new Block(section, info, text));
    }
  }
}
