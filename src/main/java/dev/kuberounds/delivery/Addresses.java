package dev.kuberounds.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The syntax of e-mail addresses. */
final class Addresses {

  private Addresses() {}

  static void require(String address, String property) {
    if (address.codePoints().noneMatch(Character::isISOControl) && isOne(address)) {
      return;
    }
    throw new IllegalArgumentException(
        property + ": '" + address + "' is not an address such as rounds@example.org");
  }

  private static boolean isOne(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      // Bare local names have no domain for a Message-ID; servers rarely take more than ASCII.
      return address.getAddress().matches("\\p{ASCII}+@\\p{ASCII}+");
    } catch (AddressException _) {
      return false;
    }
  }
}
