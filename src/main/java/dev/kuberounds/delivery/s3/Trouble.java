package dev.kuberounds.delivery.s3;

import dev.kuberounds.delivery.DeliveryProperties.S3;
import dev.kuberounds.delivery.text.OneLine;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in one line what an S3 request failed of. Requests and answers are not quoted. */
final class Trouble {

  private static final String CONFIGURE = "rounds.delivery.s3.";

  private Trouble() {}

  static String reason(SdkException trouble, S3 properties) {
    String where = where(properties);
    return trouble instanceof AwsServiceException answer
        ? "%s answered %d %s; %s"
            .formatted(where, answer.statusCode(), code(answer), advice(answer, properties))
        : unanswered(trouble, where);
  }

  static String unexpected(RuntimeException trouble, S3 properties) {
    return "cannot deliver to %s: %s".formatted(where(properties), OneLine.of(trouble));
  }

  /** The store's word for an error; HEAD answers and some stores give none. */
  static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
        ? ""
        : OneLine.of(answer.awsErrorDetails().errorCode());
  }

  private static String advice(AwsServiceException answer, S3 properties) {
    return switch (code(answer)) {
      case "NoSuchBucket" -> "create the bucket or correct " + CONFIGURE + "bucket";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch" -> "check " + keys(properties);
      case "AccessDenied" -> "grant s3:PutObject and s3:GetObject to these credentials";
      case "RequestTimeTooSkewed" -> "correct the clock of this machine";
      case "PermanentRedirect", "AuthorizationHeaderMalformed" -> "check " + CONFIGURE + "region";
      default ->
          answer.statusCode() == 403 ? "check " + keys(properties) : "the next run tries again";
    };
  }

  private static String keys(S3 properties) {
    return properties.accessKeyEnv() == null
        ? "the credentials the AWS SDK found"
        : "the values of " + properties.accessKeyEnv() + " and " + properties.secretKeyEnv();
  }

  private static String unanswered(SdkException trouble, String where) {
    Throwable cause = OneLine.root(trouble);
    if (String.valueOf(trouble.getMessage()).startsWith("Unable to load credentials")) {
      return "no credentials for "
          + where
          + "; set "
          + CONFIGURE
          + "access-key-env and secret-key-env";
    }
    if (has(trouble, SSLException.class)) {
      return "the certificate of %s is not accepted: %s; name its authority in %sca-file"
          .formatted(where, OneLine.of(cause), CONFIGURE);
    }
    return "cannot reach %s: %s; the next run tries again".formatted(where, OneLine.of(cause));
  }

  private static boolean has(Throwable trouble, Class<? extends Throwable> type) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String where(S3 properties) {
    String server =
        properties.endpoint() == null
            ? "S3 in " + properties.region()
            : properties.endpoint().toString();
    return "bucket " + properties.bucket() + " at " + server;
  }
}
