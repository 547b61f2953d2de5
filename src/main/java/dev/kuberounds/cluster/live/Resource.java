package dev.kuberounds.cluster.live;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.http.ApiServer;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the server lists a kind.
 *
 * @param version version it is served in, most likely the model's
 * @param plural path segment of the resource
 */
record Resource(Kind kind, String version, String plural) {

  private static final String METADATA_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

  String apiVersion() {
    return kind.group().isEmpty() ? version : kind.group() + "/" + version;
  }

  /** True if the objects come in the version the model describes. */
  boolean exact() {
    return version.equals(kind.version());
  }

  /** The values of Secrets never leave the server. */
  String accept() {
    return kind.model() == Secret.class ? METADATA_ONLY : ApiServer.JSON;
  }

  /**
   * @param namespace null: the whole cluster
   * @param token where to go on; null: from the beginning
   */
  String path(@Nullable String namespace, int limit, @Nullable String token) {
    StringBuilder path = new StringBuilder(kind.group().isEmpty() ? "/api/" : "/apis/");
    path.append(apiVersion());
    if (namespace != null) {
      path.append("/namespaces/").append(namespace);
    }
    path.append('/').append(plural).append("?limit=").append(limit);
    if (kind.model() == Event.class) {
      path.append("&fieldSelector=").append(encode("type!=Normal"));
    }
    if (token != null) {
      path.append("&continue=").append(encode(token));
    }
    return path.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
