package dev.kuberounds.cluster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.cluster.Traffic;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the API server: a bounded number of requests at a time, repeated where that can help. */
public final class ApiServer {

  /** Reads the body of a good answer; an exception makes it a broken one. */
  @FunctionalInterface
  public interface BodyReader<T> {
    T read(InputStream body) throws IOException;
  }

  public static final String JSON = "application/json";

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int ERROR_BODY = 64 << 10;

  private final HttpClient http;
  private final String url;
  private final Duration timeout;
  private final int retries;
  private final Semaphore permits;
  private final JsonMapper mapper = new JsonMapper();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private volatile @Nullable Instant time;

  public ApiServer(HttpClient http, String url, ClusterProperties properties) {
    this.http = http;
    this.url = url;
    this.timeout = properties.requestTimeout();
    this.retries = properties.retries();
    this.permits = new Semaphore(properties.concurrentLists(), true);
  }

  public <T> T get(String path, String accept, BodyReader<T> reader)
      throws ApiException, InterruptedException {
    return persist(path, request -> request.header("Accept", accept), reader);
  }

  /** For small answers. */
  public JsonNode get(String path, String accept) throws ApiException, InterruptedException {
    return get(path, accept, mapper::readTree);
  }

  public JsonNode post(String path, JsonNode body) throws ApiException, InterruptedException {
    return persist(
        path,
        request -> request.header("Accept", JSON).post(JSON, body.toString()),
        mapper::readTree);
  }

  public Traffic traffic() {
    return new Traffic(requests.get(), bytes.get(), throttled.get());
  }

  /** The server's clock at its latest answer; null: it tells no time or has not answered. */
  public @Nullable Instant time() {
    return time;
  }

  private <T> T persist(
      String path, UnaryOperator<HttpRequest.Builder> details, BodyReader<T> reader)
      throws ApiException, InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        return once(details.apply(http.newHttpRequestBuilder().uri(url + path)), reader);
      } catch (ApiException e) {
        LOG.debug("request failed path={} attempt={} cause={}", path, attempt + 1, e.getMessage());
        if (!e.passing() || attempt == retries) {
          throw e.after(attempt + 1);
        }
        // The permit is given back: other requests go on meanwhile.
        Thread.sleep(Backoff.DEFAULT.delay(attempt, e.retryAfter(), ThreadLocalRandom.current()));
      }
    }
  }

  private <T> T once(HttpRequest.Builder request, BodyReader<T> reader)
      throws ApiException, InterruptedException {
    permits.acquire();
    try {
      requests.incrementAndGet();
      HttpResponse<InputStream> response =
          answer(
              http.sendAsync(request.header("Accept-Encoding", "gzip").build(), InputStream.class));
      time = date(response.header("Date"));
      if (response.isSuccessful()) {
        return body(response, reader);
      }
      if (response.code() == 429) {
        throttled.incrementAndGet();
      }
      throw ApiException.refused(response, body(response, body -> body.readNBytes(ERROR_BODY)));
    } finally {
      permits.release();
    }
  }

  private HttpResponse<InputStream> answer(CompletableFuture<HttpResponse<InputStream>> sent)
      throws ApiException, InterruptedException {
    try {
      return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw ApiException.unanswered(e);
    } catch (TimeoutException e) {
      throw ApiException.late(timeout, e);
    } finally {
      sent.cancel(true); // does nothing to an answer that came
    }
  }

  private <T> T body(HttpResponse<InputStream> response, BodyReader<T> reader)
      throws ApiException, InterruptedException {
    AtomicBoolean late = new AtomicBoolean();
    try (InputStream raw = response.body()) {
      // The client's own timeout ends with the headers; a body may stall, too.
      Future<?> watch =
          ForkJoinPool.commonPool()
              .schedule(
                  () -> {
                    late.set(true);
                    raw.close();
                    return true;
                  },
                  timeout.toMillis(),
                  TimeUnit.MILLISECONDS);
      try {
        return reader.read(new WireBody(raw, bytes).decoded(response.header("Content-Encoding")));
      } finally {
        watch.cancel(false);
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("reading was cancelled");
      }
      throw late.get() ? ApiException.late(timeout, e) : ApiException.broken(e);
    }
  }

  private static @Nullable Instant date(@Nullable String header) {
    try {
      return header == null
          ? null
          : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
