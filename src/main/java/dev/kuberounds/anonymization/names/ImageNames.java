package dev.kuberounds.anonymization.names;

import java.util.List;
import java.util.function.BiConsumer;

/** Takes an image reference apart: a text may quote it whole, or name only its registry. */
final class ImageNames {

  private static final List<String> PUBLIC_REGISTRIES =
      List.of(
          "docker.io",
          "index.docker.io",
          "registry.k8s.io",
          "k8s.gcr.io",
          "gcr.io",
          "quay.io",
          "ghcr.io",
          "mcr.microsoft.com",
          "public.ecr.aws");

  private ImageNames() {}

  static void add(BiConsumer<String, String> found, String reference) {
    String image = reference.replaceFirst("^[a-z-]+://", "");
    if (image.startsWith("sha256:")) {
      return;
    }
    String untagged = image.replaceFirst("@.*", "").replaceFirst(":[^:/]*$", "");
    found.accept("image", image);
    found.accept("image", image.replaceFirst("@.*", ""));
    found.accept("image", untagged);
    int slash = untagged.indexOf('/');
    String first = slash < 0 ? "" : untagged.substring(0, slash);
    boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
    String path = named ? untagged.substring(slash + 1) : untagged;
    if (!named) { // as runtimes write it in their messages
      String full = "docker.io/" + (path.contains("/") ? "" : "library/");
      found.accept("image", full + image);
      found.accept("image", full + untagged);
    } else if (!PUBLIC_REGISTRIES.contains(first)) {
      found.accept("host", first);
      found.accept("host", first.replaceFirst(":\\d+$", ""));
    }
    found.accept("image", path);
    for (String part : path.split("/")) {
      found.accept("image", part);
    }
  }
}
