package dev.kuberounds.delivery.s3;

/** The bucket holds something else where an object of the run belongs. */
final class ConflictException extends Exception {

  ConflictException(String message) {
    super(message);
  }
}
