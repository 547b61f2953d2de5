package dev.kuberounds.anonymization.names;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import dev.kuberounds.cluster.snapshot.Snapshot;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Walks through objects of any kind, custom ones too, and collects what the names of the fields say
 * is an identifier.
 */
public final class IdentifierCollector {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  /** What a {@code name} is that stands in a list or object of this name. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          entry("containers", "container"),
          entry("initContainers", "container"),
          entry("ephemeralContainers", "container"),
          entry("containerStatuses", "container"),
          entry("initContainerStatuses", "container"),
          entry("ephemeralContainerStatuses", "container"),
          entry("volumes", "volume"),
          entry("volumeMounts", "volume"),
          entry("volumeDevices", "volume"),
          entry("imagePullSecrets", "secret"),
          entry("secrets", "secret"),
          entry("secret", "secret"),
          entry("secretRef", "secret"),
          entry("secretKeyRef", "secret"),
          entry("configMap", "configmap"),
          entry("configMapRef", "configmap"),
          entry("configMapKeyRef", "configmap"),
          entry("service", "service"),
          entry("subjects", "user"));

  /** What the text of a field of this name is. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          entry("namespace", "namespace"),
          entry("nodeName", "node"),
          entry("serviceAccountName", "serviceaccount"),
          entry("serviceAccount", "serviceaccount"),
          entry("claimName", "persistentvolumeclaim"),
          entry("volumeName", "persistentvolume"),
          entry("persistentVolumeName", "persistentvolume"),
          entry("storageClassName", "storageclass"),
          entry("secretName", "secret"),
          entry("configMapName", "configmap"),
          entry("serviceName", "service"),
          entry("priorityClassName", "priorityclass"),
          entry("ingressClassName", "ingressclass"),
          entry("runtimeClassName", "runtimeclass"),
          entry("host", "host"),
          entry("hostname", "host"),
          entry("externalName", "host"),
          entry("hosts", "host"),
          entry("address", "host"),
          entry("providerID", "cloud"),
          entry("volumeHandle", "cloud"),
          entry("volumeID", "cloud"));

  private static final Set<String> LABELS =
      Set.of("labels", "annotations", "matchLabels", "selector", "nodeSelector");

  /** Addresses are found by their shape. */
  private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+");

  private final BiConsumer<String, String> found;

  /** A collector that tells the type and name of each. */
  public IdentifierCollector(BiConsumer<String, String> found) {
    this.found = (type, name) -> found.accept(type, name.strip());
  }

  /** Collects from every object of a snapshot. */
  public void collect(Snapshot snapshot) {
    if (snapshot instanceof NamespaceSnapshot namespace) {
      found.accept("namespace", namespace.name());
    }
    for (var model : snapshot.inventory().models()) {
      for (Object object : snapshot.inventory().all(model)) {
        collect(JSON.<JsonNode>valueToTree(object));
      }
    }
  }

  private void collect(JsonNode object) {
    String name = object.path("metadata").path("name").asText();
    found.accept(Types.of(object.path("kind").asText()), name);
    if (object.path("kind").asText().equals("Service")) { // DB_MAIN_SERVICE_HOST of db-main
      found.accept("service", name.replace('-', '_'));
    }
    walk(object, "");
  }

  private void walk(JsonNode node, String parent) {
    if (LABELS.contains(parent)) {
      node.properties().forEach(label -> Labels.add(found, label.getKey(), label.getValue()));
    }
    String kind = node.path("kind").asText();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (value.isArray()) {
        value.forEach(item -> visit(field.getKey(), item, parent, kind));
      } else {
        visit(field.getKey(), value, parent, kind);
      }
    }
  }

  private void visit(String field, JsonNode value, String parent, String siblingKind) {
    if (!value.isTextual()) {
      walk(value, field);
      return;
    }
    String text = value.textValue();
    switch (field) {
      case "name" -> name(text, parent, siblingKind);
      case "image", "imageID" -> ImageNames.add(found, text);
      case "values" -> found.accept("value", text); // of a label, in a match expression
      case "value" -> {
        if (parent.equals("env")) {
          Labels.addHost(found, text);
        }
      }
      default -> {
        String type = FIELDS.get(field);
        if (type != null && !ADDRESS.matcher(text).matches()) {
          found.accept(type, text.startsWith("*.") ? text.substring(2) : text);
        }
      }
    }
  }

  private void name(String name, String parent, String siblingKind) {
    String type = siblingKind.isEmpty() ? NAMED.get(parent) : Types.of(siblingKind);
    if (type == null && parent.endsWith("Ref")) {
      type = "object";
    }
    if (type != null) {
      found.accept(type, name);
    }
  }
}
