package dev.kuberounds.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Options of the command line as properties; they win over environment and configuration file. */
public final class Settings {

  private final List<String> arguments = new ArrayList<>();

  public Settings set(String property, @Nullable Object value) {
    if (value != null) {
      arguments.add("--" + property + "=" + value);
    }
    return this;
  }

  public Settings set(String property, Collection<String> values) {
    return values.isEmpty() ? this : set(property, String.join(",", values));
  }

  /** Starts a context with these settings. */
  public ConfigurableApplicationContext start(Class<?> configuration) {
    return start(configuration, _ -> {});
  }

  /**
   * Starts a context with these settings.
   *
   * @param beans registers what the configuration leaves to the command line
   */
  public ConfigurableApplicationContext start(
      Class<?> configuration, Consumer<GenericApplicationContext> beans) {
    SpringApplication application = new SpringApplication(configuration);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(context -> beans.accept((GenericApplicationContext) context));
    return application.run(arguments.toArray(String[]::new));
  }
}
