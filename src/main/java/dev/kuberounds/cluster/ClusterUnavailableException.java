package dev.kuberounds.cluster;

import org.jspecify.annotations.Nullable;

/** Nothing can be read: the message says what was tried, what happened and what to do. */
public final class ClusterUnavailableException extends RuntimeException {

  public ClusterUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
