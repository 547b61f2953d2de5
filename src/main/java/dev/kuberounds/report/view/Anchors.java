package dev.kuberounds.report.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives each thing on a page an id that is the same in every run and that no other thing has. */
final class Anchors {

  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> byKey = new HashMap<>();

  /** The id of a thing; the same when asked again. */
  String anchor(String prefix, String key) {
    return byKey.computeIfAbsent(prefix + key, full -> unique(prefix + plain(key)));
  }

  private String unique(String wanted) {
    String anchor = wanted;
    for (int i = 2; !taken.add(anchor); i++) {
      anchor = wanted + "-" + i;
    }
    return anchor;
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "_");
  }
}
