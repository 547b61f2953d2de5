package dev.kuberounds.anonymization;

import dev.kuberounds.anonymization.AnonymizedIncident.Restored;
import dev.kuberounds.anonymization.text.Patterns;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of one incident and their aliases: {@code type-} and the beginning of the name's hash.
 * The hash is that of the name alone, so a Deployment and a Service of the same name can be seen to
 * share it. Never printed.
 */
final class Aliases {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 64;

  /** An alias as a model may write it: any case, plural, another dash. */
  private static final Pattern ALIAS =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?<type>[A-Za-z]{1,63})"
              + "\\\\?[-_ \u2010-\u2015](?<hash>[0-9A-Fa-f]{4,64})(?:s|es)?(?![A-Za-z0-9])");

  /** An alias as it is given. */
  private static final Pattern EXACT =
      Pattern.compile("(?<![A-Za-z0-9])([a-z]{1,63})-([0-9a-f]{4,64})(?![A-Za-z0-9])");

  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> types;

  /**
   * Makes the aliases.
   *
   * @param typesByName every name that needs one
   * @param taken true for a hash that would be mistaken for something else
   */
  Aliases(
      AnonymizationKey key, Map<String, SortedSet<String>> typesByName, Predicate<String> taken) {
    Map<String, String> digests =
        typesByName.keySet().stream().collect(Collectors.toMap(name -> name, key::digest));
    for (int length = SHORTEST; length <= LONGEST && hashes.size() < digests.size(); length *= 2) {
      int end = length;
      Map<String, Long> uses =
          digests.values().stream()
              .collect(
                  Collectors.groupingBy(digest -> digest.substring(0, end), Collectors.counting()));
      digests.forEach((name, digest) -> {
        String hash = digest.substring(0, end);
        boolean free = uses.getOrDefault(hash, 0L) == 1 && !taken.test(hash);
        if (!hashes.containsKey(name) && (free || end == LONGEST)) {
          hashes.put(name, hash);
          names.put(hash, name);
        }
      });
    }
    this.types = typesByName.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  String alias(String type, String name) {
    return type + "-" + hashes.get(name);
  }

  /** Puts the names back, and tells which aliases nobody gave. */
  Restored restore(String text) {
    SortedSet<String> unknown = new TreeSet<>();
    StringBuilder restored = new StringBuilder();
    Matcher matcher = ALIAS.matcher(text);
    int from = 0;
    int search = 0;
    while (matcher.find(search)) {
      String hash = matcher.group("hash").toLowerCase(Locale.ROOT);
      String name = names.get(hash);
      boolean digit = hash.chars().anyMatch(Character::isDigit);
      if (name != null && (digit || isType(matcher.group("type")))) {
        restored.append(text, from, matcher.start()).append(name);
        from = matcher.end();
        search = from;
      } else {
        if (name == null && digit && isType(matcher.group("type"))) {
          unknown.add(matcher.group());
        }
        search = matcher.start() + 1;
      }
    }
    return new Restored(restored.append(text.substring(from)).toString(), unknown);
  }

  /** Puts {@link Patterns#ALIAS} in the place of each alias, exactly as it was given. */
  String blank(String text) {
    return EXACT
        .matcher(text)
        .replaceAll(match ->
            types.contains(match.group(1)) && names.containsKey(match.group(2))
                ? String.valueOf(Patterns.ALIAS)
                : Matcher.quoteReplacement(match.group()));
  }

  private boolean isType(String word) {
    String type = word.toLowerCase(Locale.ROOT);
    return types.contains(type)
        || (type.endsWith("s") && types.contains(type.substring(0, type.length() - 1)));
  }

  @Override
  public String toString() {
    return "Aliases[" + names.size() + "]";
  }
}
