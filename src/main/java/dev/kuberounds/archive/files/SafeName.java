package dev.kuberounds.archive.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The folder name of a cluster: its id if that is safe everywhere, else a readable stand-in. */
public final class SafeName {

  private static final int MAX_LENGTH = 63;
  private static final int SUFFIX = 8;
  private static final Pattern SAFE =
      Pattern.compile("[a-z0-9][a-z0-9._-]{0," + (MAX_LENGTH - 1) + "}");

  private SafeName() {}

  /**
   * Different ids have different names: what had to be changed is told apart by 8 digits of the
   * SHA-256 of the id.
   */
  public static String of(String id) {
    if (SAFE.matcher(id).matches()) {
      return id;
    }
    String readable =
        id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-").replaceFirst("^[._-]+", "");
    String start = readable.isEmpty() ? "cluster" : readable;
    String hash = Digest.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, SUFFIX);
    return start.substring(0, Math.min(start.length(), MAX_LENGTH - 1 - SUFFIX)) + "-" + hash;
  }
}
