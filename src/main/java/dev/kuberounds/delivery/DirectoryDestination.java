package dev.kuberounds.delivery;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.ArchiveException;
import dev.kuberounds.archive.ArchiveProperties;
import java.nio.file.Path;

/** Another folder with the archive's layout, such as a volume that others mount. */
final class DirectoryDestination implements Destination {

  private final String name;
  private final Archive archive;

  DirectoryDestination(String name, Path path) {
    this.name = name;
    this.archive = new Archive(path, new ArchiveProperties(0, 0));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Receipt deliver(Delivery delivery) {
    try {
      return new Receipt.Delivered(name, archive.adopt(delivery.run()).folder().toString());
    } catch (ArchiveException e) {
      return new Receipt.Failed(name, String.valueOf(e.getMessage()));
    }
  }
}
