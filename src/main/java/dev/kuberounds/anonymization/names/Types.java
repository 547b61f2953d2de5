package dev.kuberounds.anonymization.names;

import java.util.Locale;

/** The first word of an alias: what the name names. */
public final class Types {

  private Types() {}

  /** Of a kind, or of the type a rule gave a name: {@code ConfigMap} is {@code configmap}. */
  public static String of(String kind) {
    String letters = kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    return letters.isEmpty() ? "name" : letters;
  }
}
