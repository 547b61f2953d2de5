package dev.kuberounds.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The archive cannot do what was asked: the message says with which file, why and what to do. */
public final class ArchiveException extends RuntimeException {

  ArchiveException(String message) {
    super(message);
  }

  private ArchiveException(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * @param doing what failed, such as {@code write report.html into}
   * @param where the file or folder it failed with
   */
  static ArchiveException of(String doing, Path where, IOException cause) {
    return new ArchiveException(
        "cannot %s %s: %s; check free space and permissions there, or set another folder"
            .formatted(doing, where, reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    // These have only a path as their message.
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case NotDirectoryException other -> other.getFile() + " is not a folder";
      case FileAlreadyExistsException other -> other.getFile() + " is in the way";
      case FileSystemException other when other.getReason() != null ->
          other.getOtherFile() == null
              ? other.getReason()
              : other.getOtherFile() + ": " + other.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }
}
