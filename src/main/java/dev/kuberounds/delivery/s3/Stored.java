package dev.kuberounds.delivery.s3;

import java.util.Arrays;

/** What is behind a key. */
sealed interface Stored {

  /** An object that could be read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Present(byte[] bytes) implements Stored {

    boolean holds(Content content) {
      return Arrays.equals(bytes, content.bytes());
    }
  }

  /** Nothing. */
  record Absent() implements Stored {}

  /** Reading is not allowed; without leave to list, that is also the answer to a missing key. */
  record Hidden() implements Stored {}
}
