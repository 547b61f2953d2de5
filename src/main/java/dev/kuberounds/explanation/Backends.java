package dev.kuberounds.explanation;

import dev.kuberounds.explanation.backend.Backend;
import dev.kuberounds.explanation.backend.Endpoint;
import dev.kuberounds.explanation.backend.OpenAiBackend;
import dev.kuberounds.explanation.backend.Question;
import dev.kuberounds.explanation.backend.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the backend that is configured. */
final class Backends {

  private static final Backend NONE =
      new Backend() {
        @Override
        public Reply ask(Question question) {
          return new Reply.Broken("no AI backend is configured (rounds.explanation.backend)");
        }

        @Override
        public void close() {}
      };

  private Backends() {}

  static Backend of(ExplanationProperties properties) {
    return properties.enabled() ? openAi(properties) : NONE;
  }

  private static Backend openAi(ExplanationProperties properties) {
    return new OpenAiBackend(
        new Endpoint(
            properties.baseUrl(),
            properties.model(),
            key(properties),
            properties.headers(),
            properties.proxy(),
            properties.caFile(),
            properties.temperature()));
  }

  private static @Nullable String key(ExplanationProperties properties) {
    Path file = properties.apiKeyFile();
    if (file == null) {
      String key = System.getenv(properties.apiKeyEnv());
      return key == null || key.isBlank() ? null : key.strip();
    }
    try {
      String key = Files.readString(file).strip();
      if (key.matches("[\\x21-\\x7e]+")) {
        return key;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read rounds.explanation.api-key-file '"
              + file
              + "': "
              + e.getClass().getSimpleName(),
          e);
    }
    throw new IllegalArgumentException(
        "rounds.explanation.api-key-file '" + file + "' must hold one key on one line");
  }
}
