package dev.kuberounds.delivery.email;

import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.tls.CertificateAuthorities;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** SMTP settings that do not fall back to something weaker. */
final class Sessions {

  private Sessions() {}

  /**
   * @throws IOException if the certificate authorities named are not there
   */
  static Session open(Email email) throws IOException {
    String timeout = Long.toString(email.timeout().toMillis());
    Properties smtp = new Properties();
    smtp.put("mail.transport.protocol", "smtp");
    smtp.put("mail.smtp.connectiontimeout", timeout);
    smtp.put("mail.smtp.timeout", timeout);
    smtp.put("mail.smtp.writetimeout", timeout);
    smtp.put("mail.smtp.auth", Boolean.toString(email.username() != null));
    // One refused recipient does not keep the mail from the others.
    smtp.put("mail.smtp.sendpartial", "true");
    // The mail is taken once DATA was answered; trouble with QUIT changes nothing.
    smtp.put("mail.smtp.quitwait", "false");
    switch (email.tls()) {
      case STARTTLS -> {
        smtp.put("mail.smtp.starttls.enable", "true");
        smtp.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> smtp.put("mail.smtp.ssl.enable", "true");
      case NONE -> smtp.put("mail.smtp.starttls.enable", "false");
    }
    smtp.put("mail.smtp.ssl.checkserveridentity", "true");
    if (email.caFile() != null) {
      smtp.put("mail.smtp.ssl.socketFactory", CertificateAuthorities.socketFactory(email.caFile()));
      smtp.put("mail.smtp.ssl.socketFactory.fallback", "false");
    }
    return Session.getInstance(smtp);
  }

  /** Read anew for each mail: mounted secrets are rotated. Null: no login. */
  static @Nullable String password(Email email) throws IOException {
    if (email.passwordFile() == null) {
      return null;
    }
    try {
      return Files.readString(email.passwordFile()).stripTrailing();
    } catch (IOException e) {
      throw new IOException(
          "cannot read the password from rounds.delivery.email.password-file "
              + email.passwordFile(),
          e);
    }
  }
}
