package dev.kuberounds.delivery.email;

import dev.kuberounds.delivery.DeliveryProperties.Email;
import dev.kuberounds.delivery.text.OneLine;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Says in one line what sending a mail failed of. */
final class Trouble {

  private static final String CONFIGURE = "rounds.delivery.email.";

  private Trouble() {}

  /** Before anything of the mail was sent. */
  static String connecting(MessagingException trouble, Email email) {
    String said = OneLine.of(OneLine.root(trouble));
    if (has(trouble, GeneralSecurityException.class) || has(trouble, SSLException.class)) {
      return ("no safe connection to %s: %s;"
              + " check the certificate, or name its authority in %sca-file")
          .formatted(server(email), said, CONFIGURE);
    }
    return switch (trouble) {
      case AuthenticationFailedException _ ->
          "%s refused the login of '%s'; check %susername and password-file"
              .formatted(server(email), email.username(), CONFIGURE);
      case MessagingException other when startTls(other) ->
          "%s does not offer STARTTLS, so nothing was sent; correct the server or %stls"
              .formatted(server(email), CONFIGURE);
      default -> "cannot reach %s: %s; the next run tries again".formatted(server(email), said);
    };
  }

  /** While the mail was being sent. */
  static String sending(MessagingException trouble, Email email) {
    return ("%s stopped answering while the mail was sent, it may have arrived: %s;"
            + " the next run sends the same mail again")
        .formatted(server(email), OneLine.of(OneLine.root(trouble)));
  }

  /** No recipient has the mail. */
  static String refused(SendFailedException refusal, Email email) {
    return refusal instanceof SMTPSendFailedException failed && failed.getReturnCode() < 0
        ? sending(refusal, email) // there was no answer that could be a refusal
        : "%s refused the mail: %s; check sender, recipients and size"
            .formatted(server(email), answer(refusal));
  }

  /** What the server said to the mail or to the last recipient it refused. */
  static String answer(SendFailedException refusal) {
    Exception last = refusal;
    while (last instanceof MessagingException current && current.getNextException() != null) {
      last = current.getNextException();
    }
    return OneLine.of(last);
  }

  private static String server(Email email) {
    return email.host() + ":" + email.port();
  }

  private static boolean startTls(MessagingException trouble) {
    return String.valueOf(trouble.getMessage()).contains("STARTTLS");
  }

  private static boolean has(Throwable trouble, Class<? extends Throwable> type) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
