package dev.kuberounds.batch.discover;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * Ids that sort by time: 48 bits of milliseconds and 80 more, as 26 characters of Crockford's
 * alphabet (the ULID specification).
 */
final class Ulid {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int TAIL = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ulid() {}

  static String random(Instant time) {
    byte[] tail = new byte[TAIL];
    RANDOM.nextBytes(tail);
    return of(time, tail);
  }

  /** The same id for the same time and parts. */
  static String derived(Instant time, String... parts) {
    byte[] all = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    try {
      return of(time, MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String of(Instant time, byte[] tail) {
    byte[] millis = ByteBuffer.allocate(Long.BYTES).putLong(time.toEpochMilli()).array();
    byte[] bytes = ByteBuffer.allocate(6 + TAIL).put(millis, 2, 6).put(tail, 0, TAIL).array();
    BigInteger value = new BigInteger(1, bytes);
    char[] text = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt(value.intValue() & 31);
      value = value.shiftRight(5);
    }
    return new String(text);
  }
}
