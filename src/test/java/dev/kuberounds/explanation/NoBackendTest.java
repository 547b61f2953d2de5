package dev.kuberounds.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoBackendTest {

  @Test
  void noClassOfTheAiClientIsLoaded() throws Exception {
    URL[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(NoBackendTest::url)
            .toArray(URL[]::new);
    try (Recording loader = new Recording(path)) {
      loader
          .loadClass(Asked.class.getName())
          .asSubclass(Runnable.class)
          .getDeclaredConstructor()
          .newInstance()
          .run();

      assertThat(loader.loaded)
          .contains(Explainer.class.getName())
          .noneMatch(name -> name.startsWith("com.openai") || name.startsWith("okhttp3"));
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Asks without a backend. */
  public static final class Asked implements Runnable {

    @Override
    public void run() {
      try (Explainer explainer = Explainer.of(Explainers.properties())) {
        explainer.explain(Explainers.about("checkout"));
      }
    }
  }

  /** Loads everything itself, and notes what. */
  private static final class Recording extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    Recording(URL[] path) {
      super(path, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }
  }
}
