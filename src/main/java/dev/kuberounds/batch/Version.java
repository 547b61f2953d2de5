package dev.kuberounds.batch;

import java.util.Objects;

/** The version of this program, from its jar. */
public final class Version {

  private Version() {}

  /** Such as {@code 0.1.0}; {@code dev} when it does not run from a jar. */
  public static String current() {
    return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
  }
}
