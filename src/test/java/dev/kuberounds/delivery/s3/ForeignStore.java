package dev.kuberounds.delivery.s3;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kuberounds.delivery.DeliveryProperties.S3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A store that keeps objects but answers create-only puts in its own way. */
final class ForeignStore implements AutoCloseable {

  /** What it does with {@code If-None-Match: *}. */
  enum Manner {
    REFUSES_THE_HEADER,
    IGNORES_THE_HEADER,
    IS_BUSY_ONCE,
    STAYS_BUSY,
    FORBIDS_READING,
    REFUSES_OVER_DELETE_MARKERS
  }

  final TreeMap<String, byte[]> objects = new TreeMap<>();
  final List<String> requests = new ArrayList<>();
  private final Map<String, Headers> headers = new TreeMap<>();
  private final Manner manner;
  private final HttpServer server;
  private boolean busy = true;

  ForeignStore(Manner manner) throws IOException {
    this.manner = manner;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/rounds/", this::answer);
    server.start();
  }

  S3 properties() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new S3(
        endpoint, "us-east-1", "rounds", "", true, "K", "S", null, Duration.ofSeconds(10));
  }

  /** Those of the first such request. */
  Headers headers(String request) {
    return Objects.requireNonNull(headers.get(request));
  }

  private void answer(HttpExchange exchange) {
    String key = exchange.getRequestURI().getPath().substring("/rounds/".length());
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + key);
      headers.putIfAbsent(requests.getLast(), exchange.getRequestHeaders());
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, key);
        case "PUT" -> put(exchange, key, body);
        default -> send(exchange, 501, "NotImplemented");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    byte[] object = objects.get(key);
    if (manner == Manner.FORBIDS_READING) {
      send(exchange, 403, "AccessDenied");
    } else if (object == null) {
      send(exchange, 404, "NoSuchKey");
    } else {
      exchange.sendResponseHeaders(200, object.length);
      exchange.getResponseBody().write(object);
    }
  }

  private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
    if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
      switch (manner) {
        case REFUSES_THE_HEADER -> {
          send(exchange, 501, "NotImplemented");
          return;
        }
        case IS_BUSY_ONCE, STAYS_BUSY -> {
          if (busy) {
            busy = manner == Manner.STAYS_BUSY;
            send(exchange, 409, "ConditionalRequestConflict");
            return;
          }
          if (objects.containsKey(key)) {
            send(exchange, 412, "PreconditionFailed");
            return;
          }
        }
        case FORBIDS_READING -> {
          if (objects.containsKey(key)) {
            send(exchange, 412, "PreconditionFailed");
            return;
          }
        }
        case REFUSES_OVER_DELETE_MARKERS -> {
          send(exchange, 412, "PreconditionFailed");
          return;
        }
        case IGNORES_THE_HEADER -> {}
      }
    }
    objects.put(key, body);
    exchange.sendResponseHeaders(200, -1);
  }

  private static void send(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body =
        "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>no</Message></Error>"
            .formatted(code)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
