package dev.kuberounds.explanation.limits;

import dev.kuberounds.explanation.backend.Sent;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a failed request is worth another try, and after what wait. */
public final class Retry {

  /** Most tries of one request. */
  public static final int TRIES = 4;

  private static final Duration FIRST = Duration.ofSeconds(1);

  private Retry() {}

  /** True for an overloaded or broken server, false for one that means it. */
  public static boolean passing(Sent refused) {
    int status = refused.status();
    return status == 408 || status == 429 && !spent(refused) || status >= 500;
  }

  /** True if every later request will be refused as well. */
  public static boolean lasting(Sent refused) {
    int status = refused.status();
    return status == 401 || status == 403 || status == 404 || status < 400 || spent(refused);
  }

  /** The wait before the try after the given one: doubled each time, and half of it by chance. */
  public static Duration backOff(int attempt) {
    long most = FIRST.toMillis() << (attempt - 1);
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }

  /** What a person can do about it. */
  public static String advice(Sent refused) {
    return switch (refused.status()) {
      case 401, 403 -> "; check the key (api-key-file or api-key-env)";
      case 404 -> "; check base-url and model";
      case 413 -> "; lower request-tokens";
      case 429 -> spent(refused) ? "; the account has no credit left" : "";
      default -> "";
    };
  }

  /** OpenAI answers 429 also to an account without money. */
  private static boolean spent(Sent refused) {
    return refused.status() == 429 && refused.answer().contains("insufficient_quota");
  }
}
