package dev.kuberounds.delivery.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The requests the delivery needs, with what foreign stores do differently. */
final class Bucket {

  private static final String RUN_CACHE = "private, max-age=31536000, immutable";
  private static final String LATEST_CACHE = "no-cache";
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /**
   * @param prefix without slashes at its ends; empty: none
   */
  Bucket(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix.isEmpty() ? "" : prefix + "/";
  }

  /** What creating an object came to. */
  enum Creation {
    CREATED,
    /** It was there with the same content. */
    FOUND,
    /** Created after looking, because the store does not know create-only puts. */
    CREATED_UNGUARDED
  }

  /** Where an object is, as people write it. */
  String uri(String key) {
    return "s3://" + bucket + "/" + prefix + key;
  }

  Stored get(String key) {
    try {
      byte[] bytes =
          client.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + key)).asByteArray();
      return new Stored.Present(bytes);
    } catch (NoSuchKeyException _) {
      return new Stored.Absent();
    } catch (S3Exception e) {
      if (e.statusCode() == 403 && "AccessDenied".equals(Trouble.code(e))) {
        return new Stored.Hidden();
      }
      throw e;
    }
  }

  /**
   * Creates an object that will never change.
   *
   * @throws ConflictException if the key holds other content, or content that cannot be read
   */
  Creation create(String folder, Content content) throws ConflictException {
    String key = folder + content.name();
    PutObjectRequest guarded = put(key, content, RUN_CACHE).ifNoneMatch("*").build();
    for (int attempt = 1; ; attempt++) {
      try {
        client.putObject(guarded, RequestBody.fromBytes(content.bytes()));
        return Creation.CREATED;
      } catch (S3Exception e) {
        switch (e.statusCode()) {
          case 412, 501 -> {
            return createByLooking(key, content, e.statusCode());
          }
          case 409 -> pauseOrThrow(attempt, e); // another put of the same key is under way
          default -> throw e;
        }
      }
    }
  }

  /** Whether the store refuses to create again what it has just created. */
  boolean keepsCreated(String folder, Content content) {
    try {
      client.putObject(
          put(folder + content.name(), content, RUN_CACHE).ifNoneMatch("*").build(),
          RequestBody.fromBytes(content.bytes()));
      return false;
    } catch (S3Exception _) {
      return true;
    }
  }

  /** Writes an object that every run replaces. */
  void replace(String folder, Content content) {
    client.putObject(
        put(folder + content.name(), content, LATEST_CACHE).build(),
        RequestBody.fromBytes(content.bytes()));
  }

  void delete(String key) {
    client.deleteObject(delete -> delete.bucket(bucket).key(prefix + key));
  }

  /**
   * After 501 (no create-only puts here), or 412: something is there, if only the mark of a deleted
   * object, which some stores do not create over.
   */
  private Creation createByLooking(String key, Content content, int refusal)
      throws ConflictException {
    return switch (get(key)) {
      case Stored.Present there when there.holds(content) -> Creation.FOUND;
      case Stored.Present _ ->
          throw new ConflictException(
              uri(key) + " holds other content and is not overwritten; compare the two");
      case Stored.Hidden _ ->
          throw new ConflictException(
              "%s %s and must not be read, so it cannot be compared; grant s3:GetObject"
                  .formatted(uri(key), refusal == 412 ? "is there" : "may be there"));
      case Stored.Absent _ -> {
        client.putObject(
            put(key, content, RUN_CACHE).build(), RequestBody.fromBytes(content.bytes()));
        yield refusal == 412 ? Creation.CREATED : Creation.CREATED_UNGUARDED;
      }
    };
  }

  private PutObjectRequest.Builder put(String key, Content content, String cacheControl) {
    byte[] sha256 = digest("SHA-256", content.bytes());
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(prefix + key)
        .contentType(content.mediaType())
        .cacheControl(cacheControl)
        .metadata(Map.of("sha256", HexFormat.of().formatHex(sha256)))
        .checksumSHA256(Base64.getEncoder().encodeToString(sha256))
        // Older stores verify only this; those with Object Lock may demand it.
        .contentMD5(Base64.getEncoder().encodeToString(digest("MD5", content.bytes())));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + algorithm, e);
    }
  }

  private static void pauseOrThrow(int attempt, S3Exception refusal) {
    if (attempt == TRIES) {
      throw refusal;
    }
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw refusal;
    }
  }
}
