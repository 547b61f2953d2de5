package dev.kuberounds.explanation.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts bytes. Follows no redirect, as the request is meant for this endpoint only; tells nothing
 * about itself; and gives up on time, even if the answer comes drop by drop.
 */
final class Transport implements AutoCloseable {

  /** More than any model answers in one go. */
  private static final long LARGEST_ANSWER = 4L << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Endpoint endpoint;
  private final HttpClient client;

  Transport(Endpoint endpoint) {
    this.endpoint = endpoint;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT);
    URI proxy = endpoint.proxy();
    if (proxy != null) {
      builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
    }
    if (endpoint.caFile() != null) {
      builder.sslContext(Tls.trusting(endpoint.caFile()));
    }
    this.client = builder.build();
  }

  HttpResponse<byte[]> post(URI url, byte[] body, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("User-Agent", "kube-rounds")
            .POST(BodyPublishers.ofByteArray(body));
    endpoint.headers().forEach(request::header);
    if (endpoint.key() != null) {
      request.header("Authorization", "Bearer " + endpoint.key());
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer in " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(reason(e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }

  /** Our words: those of an exception may tell more than a report should. */
  private static String reason(@Nullable Throwable cause) {
    return switch (cause) {
      case SSLException _ -> "no trusted TLS connection (ca-file)";
      case ConnectException _ -> "no connection";
      case HttpConnectTimeoutException _ -> "no connection";
      case null, default -> "connection broken";
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
