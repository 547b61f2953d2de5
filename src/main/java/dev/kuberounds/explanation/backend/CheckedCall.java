package dev.kuberounds.explanation.backend;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import dev.kuberounds.anonymization.LeakCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client under one call of the AI client. The bytes it searches for leaks are the bytes it
 * sends; it keeps them, and what came back, for the transcript.
 */
final class CheckedCall implements HttpClient {

  private final Transport transport;
  private final LeakCheck check;
  private final byte[] blank;
  private final Duration timeout;

  private @Nullable Sent sent;
  private @Nullable String leak;
  private @Nullable String trouble;
  private boolean interrupted;

  /**
   * A call.
   *
   * @param blank the request about no incident
   */
  CheckedCall(Transport transport, LeakCheck check, byte[] blank, Duration timeout) {
    this.transport = transport;
    this.check = check;
    this.blank = blank;
    this.timeout = timeout;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    byte[] body = body(request);
    Optional<String> found = check.find(body, blank);
    if (found.isPresent()) {
      leak = found.get();
      throw new IllegalStateException("leak prevented");
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Instant at = Instant.now();
    sent = new Sent(at, text, 0, "", Optional.empty());
    try {
      var answer = transport.post(URI.create(request.url()), body, timeout);
      Optional<Duration> wait =
          answer
              .headers()
              .firstValue("Retry-After")
              .flatMap(header -> RetryAfter.parse(header, Instant.now()));
      String said = new String(answer.body(), StandardCharsets.UTF_8);
      sent = new Sent(at, text, answer.statusCode(), said, wait);
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      trouble = e.getMessage();
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      interrupted = true;
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What became of it if the AI client has no answer. */
  Reply failure() throws InterruptedException {
    if (interrupted) {
      throw new InterruptedException();
    }
    if (leak != null) {
      return new Reply.Leaking(leak);
    }
    Sent known = sent;
    if (known == null) {
      return new Reply.Broken("the request could not be made");
    }
    if (trouble != null) {
      return new Reply.Unreachable(trouble, known);
    }
    boolean success = known.status() >= 200 && known.status() < 300;
    return success ? new Reply.Unusable(known) : new Reply.Refused(known, false);
  }

  /** What was sent and came back; only after an answer. */
  Sent sent() {
    return Objects.requireNonNull(sent);
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    throw new UnsupportedOperationException("only used synchronously");
  }

  /** The transport is closed by its owner. */
  @Override
  public void close() {}

  private static byte[] body(HttpRequest request) {
    try (HttpRequestBody body = request.body();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (body != null) {
        body.writeTo(bytes);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Answer(int statusCode, byte[] bytes) implements HttpResponse {

    @Override
    public Headers headers() {
      return Headers.builder().build();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {}
  }
}
