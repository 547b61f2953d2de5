package dev.kuberounds.anonymization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** An incident as it may leave. Made by {@link Anonymizer} only. */
public final class AnonymizedIncident {

  private final String incidentId;
  private final AnonymizedContent content;
  private final String lasting;
  private final Optional<Secrets> secrets;

  /** Secrets are empty if the names are real because the user asked for it. */
  AnonymizedIncident(
      String incidentId, AnonymizedContent content, String lasting, Optional<Secrets> secrets) {
    this.incidentId = incidentId;
    this.content = content;
    this.lasting = lasting;
    this.secrets = secrets;
  }

  /** Id of the incident in this run; never sent. */
  public String incidentId() {
    return incidentId;
  }

  /** False if the names are the real ones, as the user asked. */
  public boolean anonymized() {
    return secrets.isPresent();
  }

  /** What may be sent. */
  public AnonymizedContent content() {
    return content;
  }

  /** Ids of the evidence an answer may cite. */
  public Set<String> evidenceIds() {
    return content.findings().stream()
        .flatMap(finding -> finding.evidence().stream())
        .map(AnonymizedContent.Evidence::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Names the question this incident asks: while it stays the same, a stored answer is valid.
   * Counts, sizes and times that change by themselves do not make a new question.
   *
   * @return SHA-256 in hex
   */
  public String contentKey(String model, String promptVersion, String language) {
    String question = String.join("\n", model, promptVersion, language, lasting);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(question.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Puts the real names into an answer. */
  public Restored restore(String answer) {
    return secrets
        .map(known -> known.aliases().restore(answer))
        .orElseGet(() -> new Restored(answer, Collections.emptySortedSet()));
  }

  Optional<Secrets> secrets() {
    return secrets;
  }

  @Override
  public String toString() {
    return "AnonymizedIncident[" + content.findings().size() + " findings]";
  }

  /**
   * An answer with real names.
   *
   * @param text the answer
   * @param unknownAliases what looks like an alias but is none; left as it is
   */
  public record Restored(String text, SortedSet<String> unknownAliases) {}

  /**
   * What must not be sent, kept to check that it is not.
   *
   * @param identifiers of the incident's scope, and those it mentions
   * @param aliases of the incident
   * @param own our own words in it, folded
   */
  record Secrets(List<Identifiers> identifiers, Aliases aliases, String own) {

    @Override
    public String toString() {
      return "Secrets";
    }
  }
}
