package dev.kuberounds.archive.files;

import java.util.Map;

/**
 * The media type of a run's file by the end of its name. A folder does not keep types, and a run
 * may be sealed by another process than the one that wrote the files.
 */
public final class MediaTypes {

  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION =
      Map.of(
          "html", "text/html; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "json", "application/json",
          "ndjson", "application/x-ndjson",
          "sarif", "application/sarif+json",
          "xml", "application/xml",
          "csv", "text/csv; charset=utf-8",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "prom", "application/openmetrics-text; version=1.0.0; charset=utf-8");

  private MediaTypes() {}

  public static String of(String name) {
    return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNKNOWN);
  }
}
