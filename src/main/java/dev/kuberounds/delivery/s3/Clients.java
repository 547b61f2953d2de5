package dev.kuberounds.delivery.s3;

import dev.kuberounds.delivery.DeliveryProperties.S3;
import dev.kuberounds.delivery.tls.CertificateAuthorities;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients that also talk to stores other than Amazon's. */
final class Clients {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private Clients() {}

  /**
   * @throws IOException if the credentials or certificate authorities named are not there
   */
  static S3Client open(S3 properties, Function<String, @Nullable String> environment)
      throws IOException {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(properties.region()))
            .credentialsProvider(credentials(properties, environment))
            .forcePathStyle(properties.pathStyle())
            // Else the SDK appends CRC32 trailers in chunks, which compatible stores refuse.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false))
            .overrideConfiguration(
                request -> request.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
            .httpClientBuilder(http(properties));
    if (properties.endpoint() != null) {
      client.endpointOverride(properties.endpoint());
    }
    return client.build();
  }

  private static UrlConnectionHttpClient.Builder http(S3 properties) throws IOException {
    UrlConnectionHttpClient.Builder http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(properties.timeout());
    if (properties.caFile() != null) {
      TrustManager[] trusted = CertificateAuthorities.trustManagers(properties.caFile());
      http.tlsTrustManagersProvider(() -> trusted);
    }
    return http;
  }

  private static AwsCredentialsProvider credentials(
      S3 properties, Function<String, @Nullable String> environment) throws IOException {
    if (properties.accessKeyEnv() == null || properties.secretKeyEnv() == null) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            read(properties.accessKeyEnv(), environment),
            read(properties.secretKeyEnv(), environment)));
  }

  private static String read(String variable, Function<String, @Nullable String> environment)
      throws IOException {
    String value = environment.apply(variable);
    if (value == null || value.isBlank()) {
      throw new IOException("the environment variable " + variable + " is not set");
    }
    return value.strip();
  }
}
