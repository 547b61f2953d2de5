package dev.kuberounds.delivery.s3;

import dev.kuberounds.archive.ArchiveException;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.DeliveryProperties.S3;
import dev.kuberounds.delivery.Destination;
import dev.kuberounds.delivery.Receipt;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket that receives the archive's layout below a prefix. The SDK starts with a delivery. */
public final class S3Destination implements Destination {

  private static final Logger LOG = LoggerFactory.getLogger(S3Destination.class);

  private final String name;
  private final S3 properties;
  private final Function<String, @Nullable String> environment;

  /**
   * @param environment answers with the value of a variable, or null
   */
  public S3Destination(String name, S3 properties, Function<String, @Nullable String> environment) {
    this.name = name;
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Receipt deliver(Delivery delivery) {
    try (S3Client client = Clients.open(properties, environment)) {
      Bucket bucket = new Bucket(client, properties.bucket(), properties.prefix());
      return new Receipt.Delivered(name, new Upload(bucket, delivery.run()).run());
    } catch (SdkException e) {
      LOG.debug("cannot deliver run {} to {}", delivery.run().run(), name, e);
      return new Receipt.Failed(name, Trouble.reason(e, properties));
    } catch (ConflictException | ArchiveException | IOException e) {
      return new Receipt.Failed(name, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) { // the SDK's own checks, such as of a bucket's name
      LOG.debug("cannot deliver run {} to {}", delivery.run().run(), name, e);
      return new Receipt.Failed(name, Trouble.unexpected(e, properties));
    }
  }
}
