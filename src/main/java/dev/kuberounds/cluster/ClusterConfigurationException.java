package dev.kuberounds.cluster;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be right: the message is one line that says what to correct. */
public final class ClusterConfigurationException extends RuntimeException {

  public ClusterConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public ClusterConfigurationException(String message) {
    this(message, null);
  }
}
