package dev.kuberounds.delivery.email;

import dev.kuberounds.archive.ArchiveException;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.Destination;
import dev.kuberounds.delivery.Receipt;
import dev.kuberounds.delivery.text.OneLine;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An SMTP server that takes the report to its recipients. */
public final class EmailDestination implements Destination {

  private static final Logger LOG = LoggerFactory.getLogger(EmailDestination.class);

  private final String name;
  private final Email properties;

  public EmailDestination(String name, Email properties) {
    this.name = name;
    this.properties = properties;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Receipt deliver(Delivery delivery) {
    try {
      Session session = Sessions.open(properties);
      MimeMessage message = new Mail(name, properties, delivery).compose(session);
      return send(session.getTransport(), message);
    } catch (MessagingException e) {
      LOG.debug("cannot compose the mail on run {}", delivery.run().run(), e);
      return new Receipt.Failed(name, "cannot compose the mail: " + OneLine.of(e));
    } catch (ArchiveException | IOException e) {
      return new Receipt.Failed(name, String.valueOf(e.getMessage()));
    }
  }

  private Receipt send(Transport transport, MimeMessage message)
      throws MessagingException, IOException {
    String password = Sessions.password(properties);
    Address[] recipients = message.getAllRecipients();
    boolean connected = false;
    try {
      transport.connect(properties.host(), properties.port(), properties.username(), password);
      connected = true;
      transport.sendMessage(message, recipients);
      return new Receipt.Delivered(name, "sent to " + count(recipients.length));
    } catch (SendFailedException e) {
      return someWereRefused(e, recipients.length);
    } catch (MessagingException e) {
      LOG.debug("cannot send a mail to {}", name, e);
      return new Receipt.Failed(
          name, connected ? Trouble.sending(e, properties) : Trouble.connecting(e, properties));
    } finally {
      close(transport);
    }
  }

  /**
   * If some recipients were refused, the others have the mail: it must not go to them again, so the
   * run counts as delivered and the receipt names the refused.
   */
  private Receipt someWereRefused(SendFailedException refusal, int recipients) {
    int sent = refusal.getValidSentAddresses() == null ? 0 : refusal.getValidSentAddresses().length;
    if (sent == 0) {
      return new Receipt.Failed(name, Trouble.refused(refusal, properties));
    }
    String refused =
        Stream.of(refusal.getInvalidAddresses(), refusal.getValidUnsentAddresses())
            .filter(Objects::nonNull)
            .flatMap(Arrays::stream)
            .map(Address::toString)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new Receipt.Delivered(
        name,
        "sent to %d of %s; the server refused %s: %s"
            .formatted(sent, count(recipients), refused, Trouble.answer(refusal)));
  }

  private static String count(int recipients) {
    return recipients + (recipients == 1 ? " recipient" : " recipients");
  }

  /** The mail is taken once DATA was answered; trouble with QUIT changes nothing. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("cannot close the connection", e);
    }
  }
}
