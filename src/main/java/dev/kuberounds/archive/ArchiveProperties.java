package dev.kuberounds.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long finished reports are kept. Manifests are kept for ever, and the newest completed run is
 * never pruned.
 *
 * @param keepDays days after which the files of a run are removed; 0: age alone removes nothing
 * @param keepRuns number of newest runs whose files are kept; 0: no limit
 */
@ConfigurationProperties("rounds.archive")
public record ArchiveProperties(
    @DefaultValue("180") int keepDays, @DefaultValue("0") int keepRuns) {

  public ArchiveProperties {
    require(keepDays >= 0, "keep-days", keepDays);
    require(keepRuns >= 0, "keep-runs", keepRuns);
  }

  private static void require(boolean valid, String property, int value) {
    if (!valid) {
      throw new IllegalArgumentException(
          "rounds.archive.%s is %d; it must be 0 (no limit) or more".formatted(property, value));
    }
  }
}
