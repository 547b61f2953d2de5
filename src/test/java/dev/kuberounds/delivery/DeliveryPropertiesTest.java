package dev.kuberounds.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {

  private static final Map<String, String> EMAIL =
      Map.of(
          "email.host", "mail.example.org",
          "email.from", "Ward round <rounds@example.org>",
          "email.to", "ops@example.org");

  private static DeliveryProperties bind(Map<String, String> values) {
    Map<String, String> properties = new HashMap<>();
    values.forEach((name, value) -> properties.put("rounds.delivery." + name, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("rounds.delivery", DeliveryProperties.class);
  }

  private static Map<String, String> with(Map<String, String> values, String name, String value) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(name, value);
    return changed;
  }

  @Test
  void nothingIsDeliveredUnlessItIsAskedFor() {
    assertThat(bind(Map.of())).isEqualTo(new DeliveryProperties(List.of(), null, null, null));
    assertThat(Destinations.of(bind(EMAIL))).isEmpty();
  }

  @Test
  void whatIsNamedIsMadeInThatOrder() {
    Map<String, String> values = new HashMap<>(EMAIL);
    values.put("to", "email, s3,directory,s3");
    values.put("s3.bucket", "rounds");
    values.put("directory.path", "/mnt/reports");

    assertThat(Destinations.of(bind(values)))
        .extracting(Destination::name)
        .containsExactly("email", "s3", "directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"directory", "s3", "email"})
  void whatIsNamedMustBeConfigured(String name) {
    assertThatThrownBy(() -> bind(Map.of("to", name)))
        .isInstanceOf(BindException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage(
            "rounds.delivery.to names '%s', but nothing below rounds.delivery.%s is set",
            name, name);
  }

  @Test
  void whatIsNamedMustExist() {
    assertThatThrownBy(() -> bind(Map.of("to", "ftp")))
        .hasRootCauseMessage("rounds.delivery.to names 'ftp'; known are directory, s3, email");
  }

  @ParameterizedTest
  @CsvSource({"starttls,587", "tls,465", "none,25"})
  void theUsualPortFollowsFromTheProtection(String tls, int port) {
    Map<String, String> values = with(EMAIL, "email.tls", tls);

    assertThat(bind(values)).extracting("email.port").isEqualTo(port);
    assertThat(bind(with(values, "email.port", "2525"))).extracting("email.port").isEqualTo(2525);
  }

  @Test
  void storesAreAskedByPathAndOnlyHalfAMinute() {
    assertThat(bind(Map.of("s3.bucket", "rounds", "s3.prefix", "/a/b/")).s3())
        .isEqualTo(
            new DeliveryProperties.S3(
                null,
                "us-east-1",
                "rounds",
                "a/b",
                true,
                null,
                null,
                null,
                Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "s3.prefix            | x                     | s3.bucket is not set",
        "s3.endpoint          | minio:9000            | s3.endpoint must be http",
        "s3.endpoint          | https://me:pw@minio   | s3.endpoint must be http",
        "s3.endpoint          | https://minio/path    | s3.endpoint must be http",
        "s3.access-key-env    | KEY                   | must be set together",
        "s3.timeout           | 0s                    | s3.timeout is PT0S; it must be more than 0",
        "email.host           | ``                    | email.host is not set",
        "email.from           | rounds                | 'rounds' is not an address",
        "email.to             | ops@example.org,x@@y  | 'x@@y' is not an address",
        "email.to             | ``                    | at least one address",
        "email.port           | 70000                 | email.port is 70000",
        "email.username       | me                    | must be set together",
      })
  void aWrongValueIsNamedWithWhatIsExpected(String property, String value, String message) {
    Map<String, String> values = new HashMap<>(property.startsWith("email") ? EMAIL : Map.of());
    if (property.startsWith("s3") && !property.equals("s3.prefix")) {
      values.put("s3.bucket", "rounds");
    }
    values.put(property, value);

    assertThatThrownBy(() -> bind(values))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rounds.delivery.")
        .hasMessageContaining(message)
        .hasMessageNotContaining("pw");
  }

  @Test
  void aPasswordNeverTravelsReadable() {
    Map<String, String> values = with(with(EMAIL, "email.tls", "none"), "email.username", "me");

    assertThatThrownBy(() -> bind(with(values, "email.password-file", "/run/secrets/mail")))
        .rootCause()
        .hasMessageContaining("the password would be readable on the network");
  }

  @Test
  void aHeaderCannotBeInjectedThroughAnAddress() {
    assertThatThrownBy(() -> bind(with(EMAIL, "email.from", "a@example.org\r\nBcc: b@example.org")))
        .rootCause()
        .hasMessageContaining("is not an address");
  }
}
