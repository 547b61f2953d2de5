package dev.kuberounds.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An API server on loopback that serves the objects it is given: discovery, paged lists in key
 * order, metadata-only lists, reviews of permissions, and whatever fault a test asks for. Counts
 * every request.
 */
public final class FakeApiServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Kind, List<ObjectNode>> objects = new ConcurrentHashMap<>();
  private final Map<Kind, String> servedVersions = new ConcurrentHashMap<>();
  private final Map<Kind, Fault> faults = new ConcurrentHashMap<>();
  private final Map<Kind, Set<String>> denied = new ConcurrentHashMap<>();
  private final Set<Kind> unordered = ConcurrentHashMap.newKeySet();
  private final Set<Kind> silent = ConcurrentHashMap.newKeySet();
  private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
  private volatile boolean plainDiscovery;
  private volatile boolean forbiddenDiscovery;
  private volatile @Nullable Supplier<FakeAnswer> everything;

  private FakeApiServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static FakeApiServer start() {
    try {
      return new FakeApiServer(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves a kind, though perhaps without objects. */
  public FakeApiServer serve(Class<? extends HasMetadata> model) {
    objects.computeIfAbsent(
        Kind.of(model), kind -> Collections.synchronizedList(new ArrayList<>()));
    return this;
  }

  /** Serves a kind in another version than the model's. */
  public FakeApiServer serve(Class<? extends HasMetadata> model, String version) {
    servedVersions.put(Kind.of(model), version);
    return serve(model);
  }

  public FakeApiServer add(HasMetadata... added) {
    Arrays.stream(added).forEach(o -> addJson(o.getClass(), Serialization.asJson(o)));
    return this;
  }

  /** Adds an object as JSON, for what the model cannot express. */
  public FakeApiServer addJson(Class<? extends HasMetadata> model, String json) {
    serve(model);
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(json);
      tree.remove(List.of("kind", "apiVersion")); // items of lists have neither
      objects.getOrDefault(Kind.of(model), List.of()).add(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public FakeApiServer fault(Class<? extends HasMetadata> model, Fault fault) {
    faults.put(Kind.of(model), fault);
    return serve(model);
  }

  /** Forbids to list a kind but in some namespaces. */
  public FakeApiServer deny(Class<? extends HasMetadata> model, String... exceptIn) {
    denied.put(Kind.of(model), Set.of(exceptIn));
    return serve(model);
  }

  /** Lists a kind in the order its objects were added. */
  public FakeApiServer unordered(Class<? extends HasMetadata> model) {
    unordered.add(Kind.of(model));
    return serve(model);
  }

  /** Answers discovery as servers before 1.26 do. */
  public FakeApiServer plainDiscovery() {
    plainDiscovery = true;
    return this;
  }

  /** Forbids to ask what is served. */
  public FakeApiServer forbiddenDiscovery() {
    forbiddenDiscovery = true;
    return this;
  }

  /** The API group of a kind is registered, but nobody answers for it. */
  public FakeApiServer silent(Class<? extends HasMetadata> model) {
    silent.add(Kind.of(model));
    return serve(model);
  }

  /** Answers the same to everything. */
  public FakeApiServer everything(Supplier<FakeAnswer> answer) {
    everything = answer;
    return this;
  }

  /** The requests so far, in order of arrival. */
  public List<FakeRequest> requests() {
    return List.copyOf(requests);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Writes a kubeconfig with the context {@code test}, whose own namespace is {@code home}. */
  public Path kubeconfig(Path folder) {
    return kubeconfig(folder, url());
  }

  /** The same for any server. */
  public static Path kubeconfig(Path folder, String server) {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: test
        clusters: [{name: c, cluster: {server: "%s"}}]
        users: [{name: u, user: {token: secret}}]
        contexts: [{name: test, context: {cluster: c, user: u, namespace: home}}]
        """
            .formatted(server);
    try {
      return Files.writeString(folder.resolve("kubeconfig"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How to read this server, in pages of some size. */
  public ClusterProperties properties(Path folder, int pageSize) {
    return new ClusterProperties(
        kubeconfig(folder), null, null, pageSize, 4, Duration.ofSeconds(10), 2);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      FakeRequest request = FakeRequest.of(exchange);
      requests.add(request);
      Supplier<FakeAnswer> always = everything;
      FakeAnswer answer = always == null ? answer(request, exchange) : always.get();
      answer.send(exchange);
    }
  }

  private FakeAnswer answer(FakeRequest request, HttpExchange exchange) throws IOException {
    FakeDiscovery discovery =
        new FakeDiscovery(objects.keySet(), servedVersions, silent, plainDiscovery);
    if (forbiddenDiscovery && request.path().matches("/(version|apis?)")) {
      return FakeAnswer.status(403, "forbidden");
    }
    if (request.path().equals("/version")) {
      return FakeAnswer.ok(JSON.createObjectNode().put("gitVersion", "v1.34.2"));
    }
    if (request.path().endsWith("/selfsubjectrulesreviews")) {
      return review(JSON.readTree(exchange.getRequestBody()));
    }
    ObjectNode discovered = discovery.answer(request.path());
    if (discovered != null) {
      return FakeAnswer.ok(discovered);
    }
    Kind kind = discovery.kind(request.path());
    return kind == null ? FakeAnswer.status(404, "no such resource") : list(kind, request);
  }

  private FakeAnswer list(Kind kind, FakeRequest request) {
    Set<String> allowed = denied.get(kind);
    if (allowed != null
        && (request.namespace() == null || !allowed.contains(request.namespace()))) {
      return FakeAnswer.status(403, kind.plural() + " is forbidden");
    }
    Fault fault = faults.get(kind);
    FakeAnswer trouble = fault == null ? null : fault.answer(request);
    return trouble == null
        ? FakeAnswer.ok(
            FakeList.page(
                kind, objects.getOrDefault(kind, List.of()), !unordered.contains(kind), request))
        : trouble;
  }

  private FakeAnswer review(JsonNode review) {
    String namespace = review.at("/spec/namespace").asText();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode rules = answer.putObject("status").put("incomplete", false).putArray("resourceRules");
    denied.forEach((kind, allowed) -> {
      ObjectNode rule = rules.addObject();
      rule.putArray("verbs").add("get").add(allowed.contains(namespace) ? "list" : "watch");
      rule.putArray("apiGroups").add(kind.group());
      rule.putArray("resources").add(kind.plural());
    });
    return FakeAnswer.ok(answer);
  }
}
