package dev.kuberounds.archive;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run ended. Every run that began leaves a manifest, whatever its ending. */
public enum Ending {
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("failed")
  FAILED,
  /** Killed, and not continued before the next run began. */
  @JsonProperty("interrupted")
  INTERRUPTED
}
