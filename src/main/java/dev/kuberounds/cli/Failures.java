package dev.kuberounds.cli;

import dev.kuberounds.archive.ArchiveException;
import dev.kuberounds.cluster.ClusterConfigurationException;
import dev.kuberounds.cluster.ClusterUnavailableException;
import dev.kuberounds.history.HistoryException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyNameException;
import org.springframework.core.convert.ConversionException;

/** Says in one line what went wrong, and with which code the process ends. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** Prints the line; only a bug gets a stack trace. */
  static int report(Throwable failure) {
    for (Throwable cause : causes(failure).toList()) {
      switch (cause) {
        case HistoryException e -> {
          return line(e.getMessage(), e.isLocked() ? ExitCode.RESTARTABLE : ExitCode.INTERNAL);
        }
        case ArchiveException e -> {
          return line(
              e.getMessage(), starting(failure) ? ExitCode.CONFIGURATION : ExitCode.INTERNAL);
        }
        case ClusterConfigurationException e -> {
          return line(e.getMessage(), ExitCode.CONFIGURATION);
        }
        case ClusterUnavailableException e -> {
          return line(e.getMessage(), ExitCode.CONFIGURATION);
        }
        case ConfigDataNotFoundException e -> {
          return line("cannot read the configuration: " + e.getMessage(), ExitCode.CONFIGURATION);
        }
        case InvalidConfigurationPropertyNameException e -> {
          return line(e.getMessage(), ExitCode.CONFIGURATION);
        }
        case BindException e -> {
          return line(invalid(e), ExitCode.CONFIGURATION);
        }
        case IllegalArgumentException e when starting(failure) -> {
          return line(e.getMessage(), ExitCode.CONFIGURATION);
        }
        case UncheckedIOException e when starting(failure) -> {
          return line(e.getMessage(), ExitCode.CONFIGURATION);
        }
        default -> {}
      }
    }
    LOG.error("the round failed", failure);
    return line("internal error: " + failure, ExitCode.INTERNAL);
  }

  /** True if nothing has run yet: the context could not be made. */
  private static boolean starting(Throwable failure) {
    return causes(failure).anyMatch(cause -> cause instanceof BeansException);
  }

  /** The validation's own words, else the property and the value that does not fit. */
  private static String invalid(BindException e) {
    return causes(e)
        .filter(IllegalArgumentException.class::isInstance)
        .filter(cause -> String.valueOf(cause.getMessage()).startsWith("rounds."))
        .map(Throwable::getMessage)
        .findFirst()
        .orElseGet(() ->
            "%s is '%s', which is no valid value%s"
                .formatted(
                    e.getName(),
                    e.getProperty() == null ? "" : e.getProperty().getValue(),
                    expected(e)));
  }

  private static String expected(BindException e) {
    return causes(e)
        .filter(ConversionException.class::isInstance)
        .findFirst()
        .map(_ -> ": expected " + e.getTarget().getType().toClass().getSimpleName())
        .orElse("");
  }

  private static int line(@Nullable String message, int code) {
    System.err.println(message);
    return code;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
  }
}
