package dev.kuberounds.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer of {@link FakeApiServer}. */
public record FakeAnswer(
    int code, ObjectNode body, @Nullable Integer retryAfterSeconds, boolean cut, boolean stalled) {

  static FakeAnswer ok(ObjectNode body) {
    return new FakeAnswer(200, body, null, false, false);
  }

  public static FakeAnswer status(int code, String message) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure");
    status.put("message", message).put("code", code).putObject("metadata");
    return new FakeAnswer(code, status, null, false, false);
  }

  public FakeAnswer retryAfter(@Nullable Integer seconds) {
    return new FakeAnswer(code, body, seconds, cut, stalled);
  }

  public FakeAnswer token(@Nullable String token) {
    body.withObject("/metadata").put("continue", token == null ? "" : token);
    return this;
  }

  /** The connection breaks in the middle of the body. */
  public FakeAnswer cutOff() {
    return new FakeAnswer(code, body, retryAfterSeconds, true, false);
  }

  /** The body stops in the middle, but the connection stays. */
  public FakeAnswer stalling() {
    return new FakeAnswer(code, body, retryAfterSeconds, false, true);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] plain = body.toString().getBytes(StandardCharsets.UTF_8);
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
    byte[] bytes = gzip ? gzip(plain) : plain;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (gzip) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    if (retryAfterSeconds != null) {
      exchange.getResponseHeaders().set("Retry-After", retryAfterSeconds.toString());
    }
    exchange.sendResponseHeaders(code, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(cut || stalled ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
      out.flush();
      if (stalled) {
        Thread.sleep(60_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(plain);
    }
    return compressed.toByteArray();
  }
}
