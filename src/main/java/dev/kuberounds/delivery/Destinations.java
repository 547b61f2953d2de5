package dev.kuberounds.delivery;

import dev.kuberounds.delivery.DeliveryProperties.Directory;
import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.DeliveryProperties.S3;
import dev.kuberounds.delivery.email.EmailDestination;
import dev.kuberounds.delivery.s3.S3Destination;
import java.util.List;
import java.util.Objects;

/** Makes the destinations a configuration asks for. Nothing is contacted before a delivery. */
public final class Destinations {

  private Destinations() {}

  /** One destination for each name in {@code rounds.delivery.to}, in that order. */
  public static List<Destination> of(DeliveryProperties properties) {
    return properties.to().stream().distinct().map(name -> of(name, properties)).toList();
  }

  private static Destination of(String name, DeliveryProperties properties) {
    // The properties vouch for what they name.
    return switch (name) {
      case "directory" -> {
        Directory directory = Objects.requireNonNull(properties.directory());
        yield new DirectoryDestination(name, directory.path());
      }
      case "s3" -> {
        S3 s3 = Objects.requireNonNull(properties.s3());
        yield new S3Destination(name, s3, System::getenv);
      }
      case "email" -> {
        Email email = Objects.requireNonNull(properties.email());
        yield new EmailDestination(name, email);
      }
      default -> throw new IllegalArgumentException("unknown destination " + name);
    };
  }
}
