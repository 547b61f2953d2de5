package dev.kuberounds.anonymization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kuberounds.anonymization.text.NameScanner;
import dev.kuberounds.anonymization.text.TextScanner;
import dev.kuberounds.anonymization.text.Words;
import dev.kuberounds.diagnosis.Incident;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns incidents into what may leave; the only maker of {@link AnonymizedIncident}. */
public final class Anonymizer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable AnonymizationKey key; // null: names stay as they are

  public Anonymizer(AnonymizationKey key) {
    this.key = key;
  }

  private Anonymizer() {
    this.key = null;
  }

  /** Leaves every name as it is, and nothing is checked: the user must have asked for it. */
  public static Anonymizer disabled() {
    return new Anonymizer();
  }

  /**
   * Anonymizes one incident.
   *
   * @param identifiers those of the incident's namespaces, of all namespaces' names and of what
   *     belongs to none; names the incident itself mentions are added
   */
  public AnonymizedIncident anonymize(Incident incident, Identifiers identifiers) {
    AnonymizedContent real = ContentWriter.write(incident, Wording.REAL);
    if (key == null) {
      AnonymizedContent lasting = ContentWriter.write(incident, new LastingWording(Wording.REAL));
      return new AnonymizedIncident(incident.id(), real, json(lasting), Optional.empty());
    }
    Identifiers mentioned = MentionedNames.of(incident);
    NameScanner all = identifiers.scanner();
    NameScanner own = mentioned.scanner();
    TextScanner scanner = new TextScanner(List.of(all, own));

    Map<String, SortedSet<String>> names = new HashMap<>();
    ContentWriter.write(
        incident,
        new AliasedWording(
            scanner,
            (type, name) -> {
              names.computeIfAbsent(name, first -> new TreeSet<>()).add(type);
              return "";
            }));
    String texts = Words.fold(json(real));
    Aliases aliases =
        new Aliases(key, names, hash -> texts.contains(hash) || all.knows(hash) || own.knows(hash));
    Wording wording = new AliasedWording(scanner, aliases::alias);

    return new AnonymizedIncident(
        incident.id(),
        ContentWriter.write(incident, wording),
        json(ContentWriter.write(incident, new LastingWording(wording))),
        Optional.of(
            new AnonymizedIncident.Secrets(
                List.of(identifiers, mentioned),
                aliases,
                Words.fold(json(ContentWriter.write(incident, Wording.NONE))))));
  }

  private static String json(AnonymizedContent content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write an incident as JSON", e);
    }
  }
}
