package dev.kuberounds.anonymization;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that makes aliases: with it the same name always has the same alias. */
public final class AnonymizationKey {

  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private AnonymizationKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** A new key that nobody keeps. */
  public static AnonymizationKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AnonymizationKey(bytes);
  }

  /**
   * Reads a key of 64 hexadecimal digits.
   *
   * @throws IllegalArgumentException if the file cannot be read or holds something else
   */
  public static AnonymizationKey load(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read the anonymization key '" + file + "': " + e.getClass().getSimpleName(), e);
    }
    if (!text.matches("[0-9A-Fa-f]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException(
          "the anonymization key '"
              + file
              + "' must hold "
              + 2 * BYTES
              + " hexadecimal digits (openssl rand -hex "
              + BYTES
              + ")");
    }
    return new AnonymizationKey(HexFormat.of().parseHex(text));
  }

  /**
   * Reads the key, or makes one that only its owner may read.
   *
   * @throws IllegalArgumentException if the file can neither be read nor made
   */
  public static AnonymizationKey loadOrCreate(Path file) {
    if (Files.exists(file)) {
      return load(file);
    }
    AnonymizationKey key = random();
    try {
      write(file, HexFormat.of().formatHex(key.key.getEncoded()) + "\n");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot write the anonymization key '" + file + "': " + e.getClass().getSimpleName(), e);
    }
    return key;
  }

  /** The name's hash in hex, of which an alias shows the beginning. */
  String digest(String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "AnonymizationKey";
  }

  private static void write(Path file, String text) throws IOException {
    FileSystem system = file.getFileSystem();
    FileAttribute<?>[] ownerOnly =
        system.supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
