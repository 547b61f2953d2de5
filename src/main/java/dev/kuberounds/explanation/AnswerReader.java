package dev.kuberounds.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.AnonymizedIncident.Restored;
import dev.kuberounds.explanation.Explanation.Command;
import dev.kuberounds.explanation.Explanation.Confidence;
import dev.kuberounds.explanation.Explanation.Explained;
import dev.kuberounds.explanation.answer.AnswerItems;
import dev.kuberounds.explanation.answer.KubectlCommands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes explanations of what a model says: checks each, cuts what is too long, puts real names in.
 *
 * @param model that answered
 * @param language tag of the language asked for
 */
record AnswerReader(String model, String language) {

  private static final int CAUSE = 1_500;
  private static final int STEP = 400;
  private static final int MOST_STEPS = 6;

  /** The usable explanations by the id of the question; the first counts if there are several. */
  Map<String, Explained> read(String text, Map<String, AnonymizedIncident> asked) {
    Map<String, Explained> explained = new LinkedHashMap<>();
    for (JsonNode item : AnswerItems.of(text)) {
      String id = item.path("id").asText().strip().toLowerCase(Locale.ROOT);
      AnonymizedIncident incident = asked.get(id);
      if (incident != null) {
        explain(item, incident).ifPresent(found -> explained.putIfAbsent(id, found));
      }
    }
    return explained;
  }

  private Optional<Explained> explain(JsonNode item, AnonymizedIncident incident) {
    SortedSet<String> unknown = new TreeSet<>();
    String cause = restored(cut(clean(item.path("cause").asText()), CAUSE), incident, unknown);
    if (cause.codePoints().filter(Character::isLetter).limit(4).count() < 4) {
      return Optional.empty(); // such as the dots of the example
    }
    List<String> remedy =
        texts(item.path("remedy"))
            .map(step -> restored(cut(step, STEP), incident, unknown))
            .toList();
    List<String> evidence =
        texts(item.path("evidence")).filter(incident.evidenceIds()::contains).distinct().toList();
    List<Command> commands = commands(item.path("commands"), incident, unknown);
    return Optional.of(
        new Explained(
            cause,
            remedy,
            commands,
            evidence,
            evidence.isEmpty() ? Confidence.LOW : confidence(item.path("confidence").asText()),
            model,
            language,
            List.copyOf(unknown)));
  }

  private static List<Command> commands(
      JsonNode list, AnonymizedIncident incident, SortedSet<String> unknown) {
    List<Command> commands = new ArrayList<>();
    for (JsonNode item : list) {
      JsonNode text = item.isTextual() ? item : item.path("command");
      String command = restored(clean(text.asText()), incident, unknown);
      boolean oneLine = !command.isEmpty() && command.indexOf('\n') < 0;
      if (oneLine && command.length() <= STEP && commands.size() < MOST_STEPS) {
        boolean mutates = item.path("mutates").asBoolean() || KubectlCommands.mutates(command);
        commands.add(new Command(command, mutates));
      }
    }
    return commands;
  }

  private static Stream<String> texts(JsonNode list) {
    Stream<JsonNode> items = list.isTextual() ? Stream.of(list) : list.valueStream();
    return items
        .filter(JsonNode::isTextual)
        .map(item -> clean(item.textValue()))
        .filter(text -> !text.isEmpty())
        .limit(MOST_STEPS);
  }

  private static Confidence confidence(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "high" -> Confidence.HIGH;
      case "medium" -> Confidence.MEDIUM;
      default -> Confidence.LOW;
    };
  }

  private static String restored(
      String text, AnonymizedIncident incident, SortedSet<String> unknown) {
    Restored restored = incident.restore(text);
    unknown.addAll(restored.unknownAliases());
    return restored.text();
  }

  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip();
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = text.lastIndexOf(' ', length);
    return text.substring(0, end > 0 ? end : length) + " ...";
  }
}
