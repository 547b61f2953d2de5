package dev.kuberounds.explanation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How incidents are explained.
 *
 * @param backend none: the rule's page explains and nothing leaves; openai: any OpenAI-compatible
 *     endpoint
 * @param baseUrl of the endpoint, up to the part before {@code /chat/completions}
 * @param model to ask; needed unless the backend is none
 * @param apiKeyFile file that holds the key; wins over the environment
 * @param apiKeyEnv environment variable that holds the key; if it is not set, none is sent
 * @param headers sent with every request
 * @param proxy such as {@code http://proxy:3128}; none: that of the Java system properties
 * @param caFile certificates (PEM) to trust besides the usual ones
 * @param language tag of the language of explanations, such as {@code en} or {@code zh}
 * @param concurrency requests under way at the same time
 * @param incidentsPerRequest most incidents in one request
 * @param requestTokens most tokens of one request, estimated as a third of its bytes; a single
 *     incident may exceed it
 * @param answerTokens most tokens of an answer for each incident asked about
 * @param timeout for one request
 * @param maxRequests budget of a run; repeated requests count
 * @param maxTokens budget of a run, of requests and answers together
 * @param maxDuration budget of a run, from its first request
 * @param temperature sent to the model; none: the model's own
 * @param anonymize false sends real names; the report says so
 */
@ConfigurationProperties("rounds.explanation")
public record ExplanationProperties(
    @DefaultValue("none") String backend,
    @DefaultValue("https://api.openai.com/v1") URI baseUrl,
    @DefaultValue("") String model,
    @Nullable Path apiKeyFile,
    @DefaultValue("OPENAI_API_KEY") String apiKeyEnv,
    @DefaultValue Map<String, String> headers,
    @Nullable URI proxy,
    @Nullable Path caFile,
    @DefaultValue("en") String language,
    @DefaultValue("3") int concurrency,
    @DefaultValue("8") int incidentsPerRequest,
    @DefaultValue("6000") int requestTokens,
    @DefaultValue("600") int answerTokens,
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("50") int maxRequests,
    @DefaultValue("400000") long maxTokens,
    @DefaultValue("10m") Duration maxDuration,
    @Nullable Double temperature,
    @DefaultValue("true") boolean anonymize) {

  private static final Set<String> OWN_HEADERS =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade");

  public ExplanationProperties {
    headers = Map.copyOf(headers);
    check(Set.of("none", "openai").contains(backend), "backend", backend, "none or openai");
    check(backend.equals("none") || !model.isBlank(), "model", model, "the name of a model");
    check(
        Set.of("http", "https").contains(String.valueOf(baseUrl.getScheme()))
            && baseUrl.getHost() != null
            && baseUrl.getUserInfo() == null
            && baseUrl.getQuery() == null,
        "base-url",
        baseUrl.getScheme() + "://" + baseUrl.getHost(),
        "http(s)://host[:port]/path, without credentials or a query");
    check(
        proxy == null
            || "http".equals(proxy.getScheme()) && proxy.getHost() != null && proxy.getPort() > 0,
        "proxy",
        "",
        "http://host:port");
    check(
        language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
        "language",
        language,
        "a language tag such as en or zh");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      check(
          header.getKey().matches("[A-Za-z0-9-]+")
              && !OWN_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))
              && header.getValue().chars().noneMatch(Character::isISOControl),
          "headers",
          header.getKey(),
          "letters, digits and hyphens, and none of " + String.join(", ", OWN_HEADERS));
    }
    positive(concurrency, "concurrency");
    positive(incidentsPerRequest, "incidents-per-request");
    positive(requestTokens, "request-tokens");
    positive(answerTokens, "answer-tokens");
    positive(maxRequests, "max-requests");
    positive(maxTokens, "max-tokens");
    positive(timeout.toMillis(), "timeout");
    positive(maxDuration.toMillis(), "max-duration");
    check(
        temperature == null || temperature >= 0 && temperature <= 2,
        "temperature",
        temperature,
        "0 to 2");
  }

  /** True if something may be asked at all. */
  public boolean enabled() {
    return !backend.equals("none");
  }

  /** Leaves out what may hold a key. */
  @Override
  public String toString() {
    return "ExplanationProperties[backend=" + backend + ", model=" + model + "]";
  }

  private static void positive(long value, String property) {
    check(value > 0, property, value, "more than 0");
  }

  private static void check(
      boolean valid, String property, @Nullable Object value, String accepted) {
    if (!valid) {
      throw new IllegalArgumentException(
          "rounds.explanation." + property + " is '" + value + "'; accepted: " + accepted);
    }
  }
}
