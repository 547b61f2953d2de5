package dev.kuberounds.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kuberounds.archive.Round;
import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.delivery.Delivery;
import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.text.OneLine;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * One run as a message: text and HTML as alternatives, the report attached.
 *
 * @param destination the destination's name; one run is one mail per destination
 */
record Mail(String destination, Email properties, Delivery delivery) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuuMM").withZone(ZoneOffset.UTC);

  MimeMessage compose(Session session) throws MessagingException, IOException {
    Attachment attachment = Attachment.of(delivery.run(), properties.attach());
    MimeMultipart mixed = new MimeMultipart("mixed", bodies(attachment.notice()));
    if (attachment.file() != null) {
      mixed.addBodyPart(part(attachment.file()));
    }
    InternetAddress from = address(properties.from());
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    MimeMessage message = new IdentifiedMessage(session, messageId(domain));
    message.setFrom(from);
    for (String recipient : properties.to()) {
      message.addRecipient(RecipientType.TO, address(recipient));
    }
    message.setSubject(OneLine.of(delivery.mail().subject()), UTF_8.name());
    message.setSentDate(Date.from(delivery.run().manifest().round().finishedAt()));
    addHeaders(message, domain);
    message.setContent(mixed);
    message.saveChanges();
    return message;
  }

  private void addHeaders(MimeMessage message, String domain)
      throws MessagingException, UnsupportedEncodingException {
    SealedRun run = delivery.run();
    Round round = run.manifest().round();
    String cluster = run.clusterName();
    // A first mail that was never sent: clients show the runs of a month as one conversation.
    String thread = "<%s.%s@%s>".formatted(cluster, MONTH.format(round.finishedAt()), domain);
    message.setHeader("In-Reply-To", thread);
    message.setHeader("References", thread);
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("List-Id", "<%s.kube-rounds.%s>".formatted(cluster, domain));
    setHeader(message, "X-Kube-Rounds-Cluster", round.cluster());
    setHeader(message, "X-Kube-Rounds-Run", round.run());
    setHeader(message, "X-Kube-Rounds-Verdict", round.verdict());
    setHeader(message, "X-Kube-Rounds-Manifest", run.sha256());
  }

  private String messageId(String domain) {
    SealedRun run = delivery.run();
    return "<%s.%s.%s@%s>".formatted(run.run(), run.clusterName(), destination, domain);
  }

  private static InternetAddress address(String text)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress address = new InternetAddress(text, true);
    address.setPersonal(address.getPersonal(), UTF_8.name()); // encoded, if it is not ASCII
    return address;
  }

  private MimeBodyPart bodies(String notice) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(Attachment.appendTo(delivery.mail().text(), notice), UTF_8.name(), "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(Attachment.insertInto(delivery.mail().html(), notice), UTF_8.name(), "html");
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(new MimeMultipart("alternative", text, html));
    return both;
  }

  private static MimeBodyPart part(Attachment.File file) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
    part.setFileName(file.name());
    part.setDisposition(MimeBodyPart.ATTACHMENT);
    return part;
  }

  private static void setHeader(MimeMessage message, String name, @Nullable String value)
      throws MessagingException, UnsupportedEncodingException {
    if (value != null) {
      message.setHeader(name, MimeUtility.encodeText(OneLine.of(value), UTF_8.name(), null));
    }
  }

  /** Keeps its Message-ID: a mail that is sent again is the same mail. */
  private static final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
