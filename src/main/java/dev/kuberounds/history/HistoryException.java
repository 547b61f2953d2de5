package dev.kuberounds.history;

import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** The database cannot be used: the message says why in one line, and what to do. */
public final class HistoryException extends RuntimeException {

  private final boolean locked;

  private HistoryException(String message, boolean locked, Throwable cause) {
    super(message, cause);
    this.locked = locked;
  }

  /** True if another process uses it; later it may be free. */
  public boolean isLocked() {
    return locked;
  }

  static HistoryException locked(String database) {
    return new HistoryException(
        "cannot open the history %s: another run uses it; wait for its end".formatted(database),
        true,
        new IllegalStateException("locked"));
  }

  static HistoryException of(String database, Exception cause) {
    int code = code(cause);
    if (code == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return locked(database);
    }
    boolean damaged = code == ErrorCode.FILE_CORRUPTED_1 || code == ErrorCode.FILE_VERSION_ERROR_1;
    String what =
        damaged
            ? "its file is damaged; restore it from a copy, or move it away to begin a new one"
            : firstLine(cause) + "; check rounds.history.* and that the database is up";
    return new HistoryException(
        "cannot open the history %s: %s".formatted(database, what), false, cause);
  }

  private static int code(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getErrorCode() != 0) {
        return sql.getErrorCode();
      }
    }
    return 0;
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown error");
  }
}
