package dev.kuberounds.explanation.backend;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where questions go.
 *
 * @param baseUrl up to the part before {@code /chat/completions}
 * @param model to ask
 * @param key null: none is sent
 * @param headers sent with every request
 * @param proxy null: that of the Java system properties
 * @param caFile certificates to trust besides the usual ones; null: none
 * @param temperature null: the model's own
 */
public record Endpoint(
    URI baseUrl,
    String model,
    @Nullable String key,
    Map<String, String> headers,
    @Nullable URI proxy,
    @Nullable Path caFile,
    @Nullable Double temperature) {

  /** Leaves out what may be secret. */
  @Override
  public String toString() {
    return "Endpoint[" + baseUrl + ", " + model + "]";
  }
}
