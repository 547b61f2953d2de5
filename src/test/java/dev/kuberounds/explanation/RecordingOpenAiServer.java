package dev.kuberounds.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An OpenAI-compatible server that keeps every request and answers as a script says. */
public final class RecordingOpenAiServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private volatile Behaviour otherwise = Behaviours.answers();

  private RecordingOpenAiServer(HttpServer server) {
    this.server = server;
  }

  /** A server on a free port; without a script it answers everything. */
  public static RecordingOpenAiServer start() {
    try {
      RecordingOpenAiServer recording =
          new RecordingOpenAiServer(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      recording.server.createContext("/", recording::handle);
      recording.server.setExecutor(recording.threads);
      recording.server.start();
      return recording;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Behaves like this for the next requests, one each. */
  public RecordingOpenAiServer then(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
    return this;
  }

  /** Behaves like this when the script is over. */
  public RecordingOpenAiServer otherwise(Behaviour behaviour) {
    otherwise = behaviour;
    return this;
  }

  /** For the property {@code rounds.explanation.base-url}. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Every request so far. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received request =
        new Received(
            exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
    received.add(request);
    Behaviour next = script.poll();
    try (exchange) {
      (next == null ? otherwise : next).answer(exchange, request, closing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What to do with a request. */
  @FunctionalInterface
  public interface Behaviour {

    /** Answers; {@code closing} reaches zero when the server is to end. */
    void answer(HttpExchange exchange, Received request, CountDownLatch closing)
        throws IOException, InterruptedException;
  }

  /** A request as it arrived. */
  public record Received(String path, Map<String, List<String>> headers, String body) {

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The incidents asked about, by id. */
    public Map<String, JsonNode> incidents() {
      Map<String, JsonNode> incidents = new LinkedHashMap<>();
      try {
        String data = json().path("messages").path(1).path("content").asText();
        JSON.readTree(data)
            .path("incidents")
            .forEach(incident -> incidents.put(incident.path("id").asText(), incident));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return incidents;
    }

    /** Ids of the incidents asked about. */
    public List<String> ids() {
      return new ArrayList<>(incidents().keySet());
    }
  }
}
