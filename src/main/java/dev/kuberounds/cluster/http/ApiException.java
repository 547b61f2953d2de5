package dev.kuberounds.cluster.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kuberounds.cluster.Outcome;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A request without a usable answer. The message says what happened, not to which request. */
public final class ApiException extends Exception {

  /** Not for us; a part of it may be. */
  public static final Outcome FORBIDDEN = new Outcome.Denied("403 forbidden");

  private static final JsonMapper JSON = new JsonMapper();
  private static final int NO_ANSWER = 0;
  private static final int LONGEST_MESSAGE = 200;

  private final int code;
  private final boolean passing;
  private final @Nullable Duration retryAfter;
  private final @Nullable String token;

  private ApiException(
      int code,
      String message,
      boolean passing,
      @Nullable Duration retryAfter,
      @Nullable String token,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.passing = passing;
    this.retryAfter = retryAfter;
    this.token = token;
  }

  /** The server answered with an error, most likely a Status object. */
  static ApiException refused(HttpResponse<?> response, byte[] body) {
    int code = response.code();
    JsonNode status = status(body);
    String said = status.path("message").asText(new String(body, StandardCharsets.UTF_8));
    String token = status.path("metadata").path("continue").asText();
    return new ApiException(
        code,
        said.isBlank() ? String.valueOf(code) : code + ": " + oneLine(said),
        code == 429 || code >= 500,
        seconds(response.header("Retry-After")),
        token.isEmpty() ? null : token,
        null);
  }

  /** No answer came. */
  static ApiException unanswered(Throwable cause) {
    boolean untrusted = has(cause, CertificateException.class);
    return new ApiException(NO_ANSWER, silence(cause), !untrusted, null, null, cause);
  }

  static ApiException late(Duration timeout, Throwable cause) {
    String message = "no complete answer within " + timeout.toMillis() / 1000.0 + " s";
    return new ApiException(NO_ANSWER, message, true, null, null, cause);
  }

  /** The answer broke off, or is not what was asked for. */
  static ApiException broken(IOException cause) {
    Throwable root = root(cause);
    // The parser's own exceptions mean that bytes are missing; those of the mapping that all came.
    return root instanceof DatabindException e
        ? new ApiException(
            200, "not readable: " + oneLine(e.getOriginalMessage()), false, null, null, cause)
        : new ApiException(
            NO_ANSWER, "the answer broke off: " + oneLine(words(root)), true, null, null, cause);
  }

  public static ApiException notKubernetes() {
    String message = "what answers there is not a Kubernetes API server";
    return new ApiException(NO_ANSWER, message, false, null, null, null);
  }

  /** The same trouble, after it was tried that often. */
  ApiException after(int attempts) {
    return attempts == 1
        ? this
        : new ApiException(
            code,
            "%s (%d attempts)".formatted(getMessage(), attempts),
            false,
            retryAfter,
            token,
            getCause());
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Status code; 0: none came. */
  public int code() {
    return code;
  }

  /** True if the same request may succeed a little later. */
  boolean passing() {
    return passing;
  }

  /** What the server asks to wait; null: it does not say. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Token to continue an expired list with; null: none. */
  public @Nullable String token() {
    return token;
  }

  /** True if the answer came whole but does not fit the model. */
  public boolean unreadable() {
    return code == 200;
  }

  /** What a person can do if nothing at all can be read because of this. */
  public String advice() {
    if (has(this, CertificateException.class)) {
      return "check certificate-authority in the kubeconfig";
    }
    return switch (code) {
      case 401 -> "the credentials are not accepted: renew them or choose another context";
      case NO_ANSWER ->
          "check that the server can be reached from here and that kubeconfig and context are"
              + " right";
      default -> "try again when the server is healthy";
    };
  }

  /** The outcome of a listing that ended with this. */
  public Outcome outcome() {
    return switch (code) {
      case 401 -> new Outcome.Denied("401 unauthorized");
      case 403 -> FORBIDDEN;
      case 404, 405 -> new Outcome.Absent("not served (" + code + ")");
      default -> new Outcome.Failed(getMessage());
    };
  }

  /** The JDK wraps these in each other, so the first that fits tells most. */
  private static String silence(Throwable cause) {
    if (has(cause, UnresolvedAddressException.class) || has(cause, UnknownHostException.class)) {
      return "the host name is unknown";
    }
    if (has(cause, HttpTimeoutException.class)) {
      return "no answer in time";
    }
    String rest = oneLine(words(root(cause)));
    if (has(cause, CertificateException.class)) {
      return "the server's certificate is not trusted: " + rest;
    }
    if (has(cause, SSLException.class)) {
      return "TLS failed: " + rest;
    }
    return has(cause, ConnectException.class) ? "connection refused" : rest;
  }

  private static JsonNode status(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance(); // a proxy's page, not the API server's answer
    }
  }

  private static @Nullable Duration seconds(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  private static Stream<Throwable> chain(Throwable cause) {
    return Stream.iterate(cause, e -> e != null, Throwable::getCause);
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    return chain(cause).anyMatch(type::isInstance);
  }

  private static Throwable root(Throwable cause) {
    return chain(cause).reduce((first, second) -> second).orElse(cause);
  }

  private static String words(Throwable e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
