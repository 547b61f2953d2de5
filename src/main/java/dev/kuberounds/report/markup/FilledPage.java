package dev.kuberounds.report.markup;

import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.report.ReportedFinding;
import dev.kuberounds.report.ReportedIncident.Command;
import dev.kuberounds.report.RulePage;
import dev.kuberounds.report.RulePage.Block;
import dev.kuberounds.report.RulePage.Section;
import dev.kuberounds.report.text.Escape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule's page about one finding: its placeholders are the names of that finding. A command with a
 * name that a shell could read otherwise is left out.
 */
public final class FilledPage {

  private static final Pattern PLACE =
      Pattern.compile("\\{(namespace|kind|name|object|container)}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:][A-Za-z0-9._:-]*");
  private static final Pattern CODE_OR_PLACE = Pattern.compile("`[^`]*`|" + PLACE.pattern());
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s");

  private final RulePage page;
  private final Map<String, String> names = new HashMap<>();

  public FilledPage(RulePage page, ReportedFinding finding) {
    this.page = page;
    ObjectRef subject = finding.subject();
    names.put("kind", subject.kind().toLowerCase(Locale.ROOT));
    names.put("name", subject.name());
    names.put("object", finding.object().name());
    String namespace = finding.object().namespace();
    if (namespace != null) {
      names.put("namespace", namespace);
    }
    if (finding.container() != null) {
      names.put("container", finding.container());
    }
  }

  public RulePage page() {
    return page;
  }

  /** The commands of the page, those that change the cluster last. */
  public List<Command> commands() {
    return page.blocks().stream()
        .filter(Block::command)
        .flatMap(block -> commands(block).map(text -> new Command(text, block.changing())))
        .sorted(Comparator.comparing(Command::mutates))
        .toList();
  }

  /**
   * A section as HTML; empty if it says nothing.
   *
   * @param warning stands under each command that changes the cluster
   */
  public String html(Section section, SafeMarkdown markdown, String warning) {
    StringBuilder source = new StringBuilder();
    for (Block block : blocks(section)) {
      source
          .append(block.info() == null ? withoutMissing(block.text()) : fenced(block, warning))
          .append("\n\n");
    }
    // After rendering, so that no name is ever read as Markdown.
    return fill(markdown.html(source.toString()), Escape::html);
  }

  /** A section as HTML without its code blocks, which stand elsewhere; empty if it says nothing. */
  public String proseHtml(Section section, SafeMarkdown markdown) {
    StringBuilder source = new StringBuilder();
    for (Block block : blocks(section)) {
      if (block.info() == null) {
        source.append(withoutMissing(block.text()).replaceFirst(":$", ".")).append("\n\n");
      }
    }
    return fill(markdown.html(source.toString()), Escape::html);
  }

  /**
   * A section as Markdown in which every name is inert; empty if it says nothing.
   *
   * @param warning stands under each command that changes the cluster
   */
  public String markdown(Section section, String warning) {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks(section)) {
      out.append(
              block.info() == null ? inert(withoutMissing(block.text())) : fenced(block, warning))
          .append("\n\n");
    }
    return out.toString().strip();
  }

  /** The first sentence of a section as plain text; empty if there is none. */
  public String firstSentence(Section section) {
    return blocks(section).stream()
        .filter(block -> block.info() == null)
        .findFirst()
        .map(block -> block.text().replaceFirst("^([-*]|\\d+\\.) ", "").replaceAll("\\s+", " "))
        .map(text -> SENTENCE_END.split(text, 2)[0].replaceAll("[`*]", ""))
        .map(sentence ->
            fill(withoutMissing(sentence), UnaryOperator.identity()).replaceFirst(":$", "."))
        .orElse("");
  }

  private List<Block> blocks(Section section) {
    return page.blocks().stream()
        .filter(block -> block.section() == section)
        .filter(block -> block.info() == null || commands(block).findAny().isPresent())
        .toList();
  }

  private String fenced(Block block, String warning) {
    String info = block.command() ? "sh" : String.valueOf(block.info());
    String lines = commands(block).collect(Collectors.joining("\n"));
    String code = "```" + info + "\n" + lines + "\n```";
    return block.changing() ? code + "\n\n*" + warning + "*" : code;
  }

  /** The commands of a block whose names are plain. */
  private Stream<String> commands(Block block) {
    return block.commands().stream()
        .map(this::withoutMissing)
        .filter(this::fits)
        .map(command -> fill(command, UnaryOperator.identity()));
  }

  private boolean fits(String command) {
    Matcher places = PLACE.matcher(command);
    return places.results().allMatch(place -> PLAIN.matcher(name(place.group(1))).matches());
  }

  /** Without the options a cluster-scoped object or one without containers has no use for. */
  private String withoutMissing(String text) {
    String shorter = text;
    if (!names.containsKey("namespace")) {
      shorter = shorter.replace(" -n {namespace}", "");
    }
    if (!names.containsKey("container")) {
      shorter = shorter.replace(" -c {container}", "");
    }
    return shorter;
  }

  /** Names as code spans; inside a code span, where they cannot be fenced again, as they are. */
  private String inert(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (MatchResult piece : CODE_OR_PLACE.matcher(text).results().toList()) {
      out.append(text, from, piece.start());
      String code = piece.group().startsWith("`") ? piece.group().replace("`", "") : piece.group();
      Escape.join(out, Escape.markdownCode(fill(code, UnaryOperator.identity())));
      from = piece.end();
    }
    return out.append(text.substring(from)).toString();
  }

  private String fill(String text, UnaryOperator<String> escape) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(escape.apply(name(place.group(1)))));
  }

  /** The name, or the placeholder itself if there is none. */
  private String name(String place) {
    return names.getOrDefault(place, "<" + place + ">");
  }
}
