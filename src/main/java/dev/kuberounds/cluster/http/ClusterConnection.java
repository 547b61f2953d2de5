package dev.kuberounds.cluster.http;

import dev.kuberounds.cluster.ClusterConfigurationException;
import dev.kuberounds.cluster.ClusterProperties;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A server, and the right to talk to it.
 *
 * @param id name of the cluster
 * @param server address of the API server, without a slash at the end
 * @param namespace the namespace that kubeconfig or service account call their own; null: none
 */
public record ClusterConnection(
    KubernetesClient client, String id, String server, @Nullable String namespace)
    implements AutoCloseable {

  /**
   * Finds server and credentials; does not connect.
   *
   * @throws ClusterConfigurationException if there is no usable kubeconfig or no such context
   */
  public static ClusterConnection open(ClusterProperties properties) {
    Config config = config(properties.kubeconfig(), properties.context());
    config.setUserAgent("kube-rounds/" + version());
    config.setRequestTimeout(Math.toIntExact(properties.requestTimeout().toMillis()));
    config.setRequestRetryBackoffLimit(0);
    NamedContext context = config.getCurrentContext();
    String own = context == null ? "in-cluster" : safe(context.getName());
    ClientKey.label(config);
    KubernetesClient client = client(config);
    String id = properties.id();
    return new ClusterConnection(
        client,
        id == null ? own : id,
        config.getMasterUrl().replaceAll("/+$", ""),
        config.getNamespace());
  }

  public HttpClient http() {
    return client.getHttpClient();
  }

  @Override
  public void close() {
    client.close();
  }

  private static KubernetesClient client(Config config) {
    try {
      return new KubernetesClientBuilder()
          .withConfig(config)
          .withHttpClientFactory(new JdkHttpClientFactory())
          .build();
    } catch (KubernetesClientException e) {
      throw new ClusterConfigurationException(
          "cannot use the certificates and keys of the kubeconfig: they are not readable as PEM",
          e);
    }
  }

  private static Config config(@Nullable Path kubeconfig, @Nullable String context) {
    String from = kubeconfig == null ? "the kubeconfig" : "kubeconfig '" + kubeconfig + "'";
    if (kubeconfig != null && !Files.isReadable(kubeconfig)) {
      throw new ClusterConfigurationException(
          "cannot read %s: %s"
              .formatted(from, Files.exists(kubeconfig) ? "no permission" : "no such file"));
    }
    Config config;
    try {
      config =
          kubeconfig == null
              ? Config.autoConfigure(context)
              : Config.fromKubeconfig(context, kubeconfig.toFile());
    } catch (RuntimeException e) { // the client throws whatever its parser met
      throw new ClusterConfigurationException(
          "cannot read %s: it is not a kubeconfig".formatted(from), e);
    }
    check(config, kubeconfig, from, context);
    return config;
  }

  private static void check(
      Config config, @Nullable Path kubeconfig, String from, @Nullable String context) {
    if (context != null
        && config.getContexts().stream().noneMatch(known -> known.getName().equals(context))) {
      throw new ClusterConfigurationException(
          "%s has no context '%s'; it has: %s"
              .formatted(
                  from,
                  context,
                  String.join(
                      ", ", config.getContexts().stream().map(NamedContext::getName).toList())));
    }
    // The client falls back to this address if it found none.
    if (config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)
        && config.getFileWithCluster() == null
        && config.getAutoOAuthToken() == null) {
      NamedContext current = config.getCurrentContext();
      throw new ClusterConfigurationException(
          kubeconfig == null && config.getFile() == null
              ? "no cluster to read: found neither a kubeconfig (KUBECONFIG, ~/.kube/config) nor a"
                  + " service account; name a kubeconfig with --kubeconfig or a dump with --source"
              : "%s names no server for context '%s'; correct it or choose another with --context"
                  .formatted(from, current == null ? "" : current.getName()));
    }
  }

  /** Contexts are called anything, but the id names a folder. */
  private static String safe(String context) {
    String id = context.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
    return id.isEmpty() ? "cluster" : id.substring(0, Math.min(id.length(), 100));
  }

  private static String version() {
    String version = ClusterConnection.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
