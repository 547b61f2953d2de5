package dev.kuberounds.cluster;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong when {@link FakeApiServer} is asked to list a kind. */
@FunctionalInterface
public interface Fault {

  /** An answer in place of the right one; null: this request goes well. */
  @Nullable FakeAnswer answer(FakeRequest request);

  /** The first so many requests fail; the server may ask to wait. */
  static Fault status(int code, int times, @Nullable Integer retryAfterSeconds) {
    AtomicInteger left = new AtomicInteger(times);
    return request ->
        left.getAndDecrement() > 0
            ? FakeAnswer.status(code, "out of order on purpose").retryAfter(retryAfterSeconds)
            : null;
  }

  /** Every request fails that asks for a later page than the first. */
  static Fault laterPages(int code) {
    return when(request -> request.query().containsKey("continue"), code);
  }

  static Fault when(Predicate<FakeRequest> condition, int code) {
    return request ->
        condition.test(request) ? FakeAnswer.status(code, "out of order on purpose") : null;
  }

  /** The token of one page has expired; the server offers another one, or none. */
  static Fault expiry(boolean offersToken, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return request -> {
      String token = request.query().get("continue");
      if (token == null || left.get() <= 0) {
        return null;
      }
      left.decrementAndGet();
      return FakeAnswer.status(410, "The provided continue parameter is too old")
          .token(offersToken ? token : null);
    };
  }
}
