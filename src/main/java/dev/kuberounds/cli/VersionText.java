package dev.kuberounds.cli;

import dev.kuberounds.batch.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"kube-rounds " + Version.current()};
  }
}
