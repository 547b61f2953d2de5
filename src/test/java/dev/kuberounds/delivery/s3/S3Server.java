package dev.kuberounds.delivery.s3;

import dev.kuberounds.delivery.DeliveryProperties.S3;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 server in this process that checks signatures, and a client to look into it. */
final class S3Server implements AutoCloseable {

  static final String BUCKET = "rounds";

  private static final String ACCESS_KEY = "night-nurse";
  private static final String SECRET_KEY = "correct-horse";

  private final BlobStore objects = new TransientNio2BlobStore();
  private @Nullable S3Proxy server;
  private int port;

  static S3Server start() throws Exception {
    S3Server server = new S3Server();
    server.up();
    try (S3Client client = server.client()) {
      client.createBucket(create -> create.bucket(BUCKET));
    }
    return server;
  }

  /** Starts it again on the same port with the same objects. */
  void up() throws Exception {
    S3Proxy starting =
        S3Proxy.builder()
            .blobStore(objects)
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .stopTimeout(0)
            .build();
    starting.start();
    port = starting.getPort();
    server = starting;
  }

  void down() throws Exception {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  S3 properties() {
    return properties(BUCKET, "archive/eu");
  }

  S3 properties(String bucket, String prefix) {
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new S3(
        endpoint, "us-east-1", bucket, prefix, true, "KEY", "SECRET", null, Duration.ofSeconds(10));
  }

  Function<String, @Nullable String> environment() {
    return Map.of("KEY", ACCESS_KEY, "SECRET", SECRET_KEY)::get;
  }

  Function<String, @Nullable String> environmentWithSecret(String secret) {
    return Map.of("KEY", ACCESS_KEY, "SECRET", secret)::get;
  }

  S3Client client() throws Exception {
    return Clients.open(properties(), environment());
  }

  List<String> keys() throws Exception {
    return objects().stream().map(S3Object::key).toList();
  }

  List<S3Object> objects() throws Exception {
    try (S3Client client = client()) {
      return client.listObjectsV2(list -> list.bucket(BUCKET)).contents();
    }
  }

  String text(String key) throws Exception {
    try (S3Client client = client()) {
      return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }
  }

  GetObjectResponse headers(String key) throws Exception {
    try (S3Client client = client();
        ResponseInputStream<GetObjectResponse> object =
            client.getObject(get -> get.bucket(BUCKET).key(key))) {
      return object.response();
    }
  }

  void put(String key, String text) throws Exception {
    try (S3Client client = client()) {
      client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }
  }

  void delete(String key) throws Exception {
    try (S3Client client = client()) {
      client.deleteObject(delete -> delete.bucket(BUCKET).key(key));
    }
  }

  @Override
  public void close() throws Exception {
    down();
  }
}
