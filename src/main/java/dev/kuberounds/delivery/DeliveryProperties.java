package dev.kuberounds.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where finished runs go. Nothing is sent unless it is named in {@code to}.
 *
 * @param to destinations to deliver to: directory, s3, email; empty: none
 * @param directory another folder, such as a mounted volume
 * @param s3 an S3-compatible object store
 * @param email an SMTP server and its recipients
 */
@ConfigurationProperties("rounds.delivery")
public record DeliveryProperties(
    @DefaultValue List<String> to,
    @Nullable Directory directory,
    @Nullable S3 s3,
    @Nullable Email email) {

  private static final String PREFIX = "rounds.delivery.";

  public DeliveryProperties {
    to = List.copyOf(to);
    for (String name : to) {
      boolean configured =
          switch (name) {
            case "directory" -> directory != null;
            case "s3" -> s3 != null;
            case "email" -> email != null;
            default ->
                throw new IllegalArgumentException(
                    PREFIX + "to names '" + name + "'; known are directory, s3, email");
          };
      if (!configured) {
        throw new IllegalArgumentException(
            PREFIX + "to names '" + name + "', but nothing below " + PREFIX + name + " is set");
      }
    }
  }

  /**
   * A folder that receives the same layout as the report folder.
   *
   * @param path the folder; made if it is missing
   */
  public record Directory(Path path) {

    public Directory {
      required(path, "directory.path");
    }
  }

  /**
   * An S3-compatible object store.
   *
   * @param endpoint such as https://minio.example.org:9000; not set: Amazon's for the region
   * @param region the bucket's region; most other stores accept any
   * @param bucket an existing bucket; it is never created
   * @param prefix what keys begin with, such as rounds/eu
   * @param pathStyle true: bucket in the path; false: bucket in the host name
   * @param accessKeyEnv environment variable that holds the access key; not set: the AWS SDK's own
   *     search (environment, profile, service account, instance)
   * @param secretKeyEnv environment variable that holds the secret key
   * @param caFile PEM file of the only certificate authorities to trust; not set: Java's
   * @param timeout longest wait for one answer
   */
  public record S3(
      @Nullable URI endpoint,
      @DefaultValue("us-east-1") String region,
      String bucket,
      @DefaultValue("") String prefix,
      @DefaultValue("true") boolean pathStyle,
      @Nullable String accessKeyEnv,
      @Nullable String secretKeyEnv,
      @Nullable Path caFile,
      @DefaultValue("30s") Duration timeout) {

    public S3 {
      required(bucket, "s3.bucket");
      required(region, "s3.region");
      positive(timeout, "s3.timeout");
      prefix = prefix.replaceAll("^/+|/+$", "");
      if (endpoint != null && !isPlainHttp(endpoint)) {
        throw new IllegalArgumentException(
            PREFIX + "s3.endpoint must be http://host[:port] or https://host[:port] and no more");
      }
      if ((accessKeyEnv == null) != (secretKeyEnv == null)) {
        throw new IllegalArgumentException(
            PREFIX + "s3.access-key-env and s3.secret-key-env must be set together or not at all");
      }
    }

    // No user info: it would end in logs. No path: the SDK would sign another one than it sends.
    private static boolean isPlainHttp(URI endpoint) {
      String path = endpoint.getPath();
      return ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
          && endpoint.getHost() != null
          && endpoint.getRawUserInfo() == null
          && endpoint.getRawQuery() == null
          && (path.isEmpty() || path.equals("/"));
    }
  }

  /**
   * An SMTP server and the recipients of every run.
   *
   * @param host the server; its certificate must be for this name
   * @param port 0: 587 with starttls, 465 with tls, 25 with none
   * @param tls starttls: required and verified; tls: from the first byte; none: readable by all
   * @param username login; not set: no login
   * @param passwordFile file that holds the password and nothing else
   * @param from sender, such as "Ward round &lt;rounds@example.org&gt;"
   * @param to recipients
   * @param attach auto: report.html, or report.zip if that is large; html, zip or none
   * @param caFile PEM file of the only certificate authorities to trust; not set: Java's
   * @param timeout longest wait for one answer
   */
  public record Email(
      String host,
      @DefaultValue("0") int port,
      @DefaultValue("starttls") Tls tls,
      @Nullable String username,
      @Nullable Path passwordFile,
      String from,
      @DefaultValue List<String> to,
      @DefaultValue("auto") Attach attach,
      @Nullable Path caFile,
      @DefaultValue("30s") Duration timeout) {

    /** How the connection is protected. */
    public enum Tls {
      STARTTLS,
      TLS,
      NONE
    }

    /** What is attached to the mail. */
    public enum Attach {
      AUTO,
      HTML,
      ZIP,
      NONE
    }

    public Email {
      required(host, "email.host");
      positive(timeout, "email.timeout");
      required(from, "email.from");
      Addresses.require(from, PREFIX + "email.from");
      if (to.isEmpty()) {
        throw new IllegalArgumentException(PREFIX + "email.to must name at least one address");
      }
      to = List.copyOf(to);
      to.forEach(address -> Addresses.require(address, PREFIX + "email.to"));
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException(
            PREFIX + "email.port is " + port + "; it must be 1 to 65535, or 0 for the usual one");
      }
      if ((username == null) != (passwordFile == null)) {
        throw new IllegalArgumentException(
            PREFIX + "email.username and email.password-file must be set together or not at all");
      }
      if (username != null && tls == Tls.NONE) {
        throw new IllegalArgumentException(
            PREFIX
                + "email.tls is none: the password would be readable on the network; use"
                + " starttls or tls, or a server that needs no login");
      }
      port = port > 0 ? port : usualPort(tls);
    }

    private static int usualPort(Tls tls) {
      return switch (tls) {
        case STARTTLS -> 587;
        case TLS -> 465;
        case NONE -> 25;
      };
    }
  }

  /** The binder hands over null for what is not set. */
  private static void required(@Nullable Object value, String property) {
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException(PREFIX + property + " is not set");
    }
  }

  private static void positive(Duration value, String property) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          PREFIX + property + " is " + value + "; it must be more than 0, such as 30s");
    }
  }
}
