package dev.kuberounds.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.kuberounds.explanation.RecordingOpenAiServer.Behaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What an OpenAI-compatible server may do, good and bad. */
public final class Behaviours {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Behaviours() {}

  /** A valid answer about every incident asked, naming its owner or object. */
  public static Behaviour answers() {
    return answersWithout();
  }

  /** A valid answer that leaves these incidents out. */
  public static Behaviour answersWithout(String... ids) {
    return (exchange, request, closing) -> {
      List<Map<String, Object>> items =
          request.incidents().entrySet().stream()
              .filter(asked -> !List.of(ids).contains(asked.getKey()))
              .map(asked -> item(asked.getKey(), asked.getValue()))
              .toList();
      says(JSON.writeValueAsString(Map.of("incidents", items))).answer(exchange, request, closing);
    };
  }

  /** A chat completion with these words. */
  public static Behaviour says(String content) {
    return completion(content, "stop");
  }

  /** A chat completion that was cut off at the limit of tokens. */
  public static Behaviour cutOff(String content) {
    return completion(content, "length");
  }

  /** This status and body. */
  public static Behaviour status(int status, String body) {
    return (exchange, request, closing) -> send(exchange, status, body);
  }

  /** 429 with a {@code Retry-After}. */
  public static Behaviour tooManyRequests(String retryAfter) {
    return (exchange, request, closing) -> {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
      send(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
    };
  }

  /** No answer as long as the server lives. */
  public static Behaviour hangs() {
    return (exchange, request, closing) -> closing.await();
  }

  /** Half an answer, then the end of the connection. */
  public static Behaviour cutsConnection() {
    return (exchange, request, closing) -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("{\"choices\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    };
  }

  /** Refuses requests that have this text in them as a server that does not know it. */
  public static Behaviour doesNotKnow(String parameter) {
    return (exchange, request, closing) -> {
      if (request.body().contains(parameter)) {
        send(exchange, 400, "{\"error\":{\"message\":\"unknown: " + parameter + "\"}}");
      } else {
        answers().answer(exchange, request, closing);
      }
    };
  }

  private static Behaviour completion(String content, String finishReason) {
    return (exchange, request, closing) ->
        send(
            exchange,
            200,
            JSON.writeValueAsString(
                Map.of(
                    "id",
                    "chatcmpl-1",
                    "object",
                    "chat.completion",
                    "created",
                    1_700_000_000,
                    "model",
                    request.json().path("model").asText() + "-0613",
                    "choices",
                    List.of(
                        Map.of(
                            "index",
                            0,
                            "finish_reason",
                            finishReason,
                            "message",
                            Map.of("role", "assistant", "content", content))),
                    "usage",
                    Map.of(
                        "prompt_tokens", 100,
                        "completion_tokens", 20,
                        "total_tokens", 120))));
  }

  private static Map<String, Object> item(String id, JsonNode incident) {
    JsonNode finding = incident.path("findings").path(0);
    String object = finding.path("owner").asText(finding.path("object").asText());
    return Map.of(
        "id",
        id,
        "cause",
        "The process of " + object + " ends with an error.",
        "remedy",
        List.of("Look at the log of " + object + "."),
        "commands",
        List.of(
            Map.of("command", "kubectl get events", "mutates", false),
            Map.of("command", "kubectl delete pod x", "mutates", false)),
        "evidence",
        List.of("e1", "e99"),
        "confidence",
        "high");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
