package dev.kuberounds.anonymization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kuberounds.anonymization.text.Patterns;
import dev.kuberounds.anonymization.text.Vocabulary;
import dev.kuberounds.anonymization.text.Words;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Searches a finished request for every identifier of the incidents in it. A plain search on
 * purpose: an error of the scanner that made the aliases cannot hide from it.
 */
public final class LeakCheck {

  /** Strict, as what a parser passes over would be sent unseen. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, String> types;
  private final List<Aliases> aliases;
  private final String own;

  private LeakCheck(List<AnonymizedIncident.Secrets> secrets) {
    this.types =
        secrets.stream()
            .flatMap(known -> known.identifiers().stream())
            .distinct()
            .flatMap(identifiers -> identifiers.types().entrySet().stream())
            .collect(
                Collectors.toMap(
                    name -> Words.fold(name.getKey()), Map.Entry::getValue, (one, two) -> one));
    this.aliases = secrets.stream().map(AnonymizedIncident.Secrets::aliases).toList();
    this.own =
        secrets.stream().map(AnonymizedIncident.Secrets::own).collect(Collectors.joining("\n"));
  }

  /** The check of a request about these incidents. Incidents with real names are not checked. */
  public static LeakCheck of(Collection<AnonymizedIncident> incidents) {
    return new LeakCheck(
        incidents.stream().flatMap(incident -> incident.secrets().stream()).toList());
  }

  /**
   * Looks for an identifier in a request.
   *
   * @param body the JSON that would be sent
   * @param blank the same request about no incident: what also stands there is ours
   * @return the type of the first identifier found, never the identifier; empty if there is none
   */
  public Optional<String> find(byte[] body, byte[] blank) {
    if (aliases.isEmpty()) {
      return Optional.empty();
    }
    Set<Text> ours = new HashSet<>();
    Set<Text> texts = new LinkedHashSet<>();
    try {
      collect("", JSON.readTree(blank), true, ours);
      collect("", JSON.readTree(body), true, texts);
    } catch (IOException e) {
      return Optional.of("unreadable request");
    }
    Set<String> known = ours.stream().map(Text::value).collect(Collectors.toSet());
    texts.removeIf(text -> known.contains(text.value()));
    List<Text> left =
        texts.stream().map(text -> new Text(text.field(), blank(text.value()))).toList();
    return names(left).or(() -> shapes(left));
  }

  private Optional<String> names(List<Text> texts) {
    String all = Words.fold(texts.stream().map(Text::value).collect(Collectors.joining("\n")));
    return types.entrySet().stream()
        .filter(name -> Words.holds(all, name.getKey()))
        .filter(name -> !Vocabulary.shipped().isPublic(name.getKey()))
        .filter(name -> !Words.holds(own, name.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  private Optional<String> shapes(List<Text> texts) {
    return texts.stream()
        .filter(text -> !text.field().equals("path")) // made of names of fields
        .flatMap(text -> Patterns.find(text.value()).stream())
        .map(span -> span.type())
        .sorted()
        .findFirst();
  }

  private String blank(String text) {
    String result = text;
    for (Aliases known : aliases) {
      result = known.blank(result);
    }
    return result;
  }

  /** Names and texts of all fields of a message; a text that is itself JSON is opened, once. */
  private static void collect(String field, JsonNode node, boolean open, Set<Text> texts) {
    if (node.isArray()) {
      node.forEach(item -> collect(field, item, open, texts));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      texts.add(new Text("", entry.getKey()));
      collect(entry.getKey(), entry.getValue(), open, texts);
    }
    if (node.isTextual()) {
      Optional<JsonNode> inner = open ? parse(node.textValue()) : Optional.empty();
      inner.ifPresentOrElse(
          opened -> collect(field, opened, false, texts),
          () -> texts.add(new Text(field, node.textValue())));
    }
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private record Text(String field, String value) {}
}
