package dev.kuberounds.cluster;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that reached {@link FakeApiServer}. */
public record FakeRequest(
    Instant arrival,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers) {

  static FakeRequest of(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new FakeRequest(
        Instant.now(),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        headers);
  }

  /** Namespace of the path; null: the whole cluster. */
  public @Nullable String namespace() {
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 2; i++) {
      if (parts[i].equals("namespaces")) {
        return parts[i + 1];
      }
    }
    return null;
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : " " + query);
  }
}
