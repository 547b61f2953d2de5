package dev.kuberounds.cluster.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.http.ApiException;
import dev.kuberounds.cluster.http.ApiServer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What we may list in which namespace, by the server's own account. */
final class Permissions {

  private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

  private final Collection<String> namespaces;
  private final ApiServer api;
  private final ExecutorService threads;
  private @Nullable Map<String, JsonNode> reviews;

  /** Asks when it is asked for the first time, and once for each namespace. */
  Permissions(Collection<String> namespaces, ApiServer api, ExecutorService threads) {
    this.namespaces = namespaces;
    this.api = api;
    this.threads = threads;
  }

  /** The namespaces where listing a kind is allowed or can only be told by trying. */
  List<String> mayList(Kind kind, String plural) {
    if (reviews == null) {
      reviews = reviews();
    }
    return reviews.entrySet().stream()
        .filter(review -> allows(review.getValue(), kind.group(), plural))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, JsonNode> reviews() {
    Map<String, Future<JsonNode>> asked = new TreeMap<>();
    namespaces.forEach(namespace -> asked.put(namespace, threads.submit(() -> review(namespace))));
    Map<String, JsonNode> answers = new TreeMap<>();
    asked.forEach((namespace, review) -> answers.put(namespace, await(review)));
    return answers;
  }

  private static boolean allows(JsonNode status, String group, String plural) {
    if (status.isMissingNode() || status.path("incomplete").asBoolean()) {
      return true; // some authorizers cannot tell: the list itself will
    }
    return StreamSupport.stream(status.path("resourceRules").spliterator(), false)
        .anyMatch(rule ->
            has(rule.path("verbs"), "list")
                && has(rule.path("apiGroups"), group)
                && has(rule.path("resources"), plural)
                && rule.path("resourceNames").isEmpty());
  }

  private static boolean has(JsonNode values, String wanted) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .anyMatch(value -> value.equals(wanted) || value.equals("*"));
  }

  private JsonNode review(String namespace) throws InterruptedException {
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
    review.putObject("spec").put("namespace", namespace);
    try {
      return api.post(PATH, review).path("status");
    } catch (ApiException e) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode await(Future<JsonNode> review) {
    try {
      return review.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot review permissions", e.getCause());
    }
  }
}
