package dev.kuberounds.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a live cluster is found and how gently it is read.
 *
 * @param kubeconfig the kubeconfig file; empty: what kubectl would use ({@code KUBECONFIG}, {@code
 *     ~/.kube/config}), else the pod's service account
 * @param context context of the kubeconfig; empty: its current one
 * @param id names the cluster in paths, history and reports; empty: the context's name, or {@code
 *     in-cluster}
 * @param pageSize objects per list request
 * @param concurrentLists list requests in flight at the same time
 * @param requestTimeout the longest that one request may take, its answer included
 * @param retries how often a request is repeated that was throttled or met a server error
 */
@ConfigurationProperties("rounds.cluster")
public record ClusterProperties(
    @Nullable Path kubeconfig,
    @Nullable String context,
    @Nullable String id,
    @DefaultValue("500") int pageSize,
    @DefaultValue("4") int concurrentLists,
    @DefaultValue("60s") Duration requestTimeout,
    @DefaultValue("5") int retries) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public ClusterProperties {
    kubeconfig = kubeconfig == null || kubeconfig.toString().isEmpty() ? null : kubeconfig;
    context = context == null || context.isEmpty() ? null : context;
    id = id == null || id.isEmpty() ? null : id;
    check(
        id == null || ID.matcher(id).matches(),
        "id",
        id,
        "letters, digits, '.', '_' and '-', a letter or digit first, at most 100 characters");
    check(pageSize >= 1 && pageSize <= 10_000, "page-size", pageSize, "1 to 10000");
    check(
        concurrentLists >= 1 && concurrentLists <= 64,
        "concurrent-lists",
        concurrentLists,
        "1 to 64");
    check(
        requestTimeout.isPositive() && requestTimeout.compareTo(Duration.ofHours(1)) <= 0,
        "request-timeout",
        requestTimeout,
        "a duration up to 1h, such as 60s");
    check(retries >= 0 && retries <= 20, "retries", retries, "0 to 20");
  }

  private static void check(boolean valid, String name, @Nullable Object value, String accepted) {
    if (!valid) {
      throw new IllegalArgumentException(
          "rounds.cluster.%s is '%s'; accepted: %s".formatted(name, value, accepted));
    }
  }
}
