package dev.kuberounds.explanation;

import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.LeakCheck;
import dev.kuberounds.explanation.backend.Question;
import dev.kuberounds.explanation.backend.Reply;
import dev.kuberounds.explanation.backend.Sent;
import dev.kuberounds.explanation.limits.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for one request, with as many tries as it needs and the run allows. Used by one thread. */
final class Asking {

  private final Run run;
  private final List<Exchange> exchanges = new ArrayList<>();
  private Usage usage = Usage.NONE;

  /** Asks within a run. */
  Asking(Run run) {
    this.run = run;
  }

  /**
   * Asks about incidents by id.
   *
   * @param check searches each request before it is sent
   */
  Told about(Map<String, AnonymizedIncident> incidents, LeakCheck check)
      throws InterruptedException {
    String data = Prompt.data(incidents);
    int answerTokens = run.properties().answerTokens() * incidents.size();
    long input = Prompt.tokens(run.prompt().instructions()) + (long) Prompt.tokens(data);
    int attempt = 1;
    while (true) {
      Optional<String> obstacle = obstacle(input + answerTokens);
      if (obstacle.isPresent()) {
        return new Told.Nothing(obstacle.get());
      }
      Duration timeout = shorter(run.properties().timeout(), run.budget().remaining());
      Reply reply =
          run.backend()
              .ask(
                  new Question(
                      run.prompt().instructions(),
                      data,
                      Prompt.data(Map.of()),
                      answerTokens,
                      timeout,
                      check));
      note(reply, input, answerTokens);
      Optional<Told> told = told(reply, attempt);
      if (told.isPresent()) {
        return told.get();
      }
      boolean adapted = reply instanceof Reply.Refused refused && refused.adapted();
      attempt += adapted ? 0 : 1;
    }
  }

  List<Exchange> exchanges() {
    return exchanges;
  }

  Usage usage() {
    return usage;
  }

  private Optional<String> obstacle(long tokens) throws InterruptedException {
    Optional<String> stopped = run.breaker().open();
    if (stopped.isEmpty()) {
      stopped = run.gate().pass(run.budget().remaining());
    }
    return stopped.or(() -> run.budget().take(tokens));
  }

  /** What a reply comes to; empty: another try. */
  private Optional<Told> told(Reply reply, int attempt) throws InterruptedException {
    return switch (reply) {
      case Reply.Answered answered -> {
        run.breaker().answered();
        yield Optional.of(new Told.Something(answered.text(), answered.cutOff(), answered.model()));
      }
      case Reply.Unusable(var _) -> {
        run.breaker().answered();
        yield Optional.of(new Told.Something("", false, ""));
      }
      case Reply.Leaking(String type) -> Optional.of(new Told.Leaking(type));
      case Reply.Broken(String reason) -> nothing(reason);
      case Reply.Unreachable(String reason, Sent sent) -> again(sent, reason, attempt);
      case Reply.Refused(Sent sent, boolean adapted) ->
          adapted ? Optional.empty() : refused(sent, attempt);
    };
  }

  private Optional<Told> refused(Sent sent, int attempt) throws InterruptedException {
    String reason = "the backend answers " + sent.status();
    if (Retry.lasting(sent)) {
      run.breaker().stop(reason + Retry.advice(sent));
    } else if (Retry.passing(sent)) {
      return again(sent, reason, attempt);
    }
    return nothing(reason + Retry.advice(sent));
  }

  private Optional<Told> again(Sent sent, String reason, int attempt) throws InterruptedException {
    if (attempt >= Retry.TRIES) {
      if (sent.status() != 429) {
        run.breaker().failed(reason);
      }
      return nothing(reason + ", " + attempt + " times");
    }
    if (sent.retryAfter().isPresent()) {
      run.gate().closeFor(sent.retryAfter().get());
    } else {
      run.timing().pause(shorter(Retry.backOff(attempt), run.budget().remaining()));
    }
    return Optional.empty();
  }

  private void note(Reply reply, long input, long output) {
    if (!(reply instanceof Reply.Transmitted transmitted)) {
      run.budget().giveBack(input + output);
      return;
    }
    Sent sent = transmitted.sent();
    exchanges.add(
        new Exchange(
            sent.at(),
            run.url(),
            run.properties().model(),
            sent.body(),
            sent.status(),
            sent.answer()));
    Usage one = used(reply, input);
    usage = usage.plus(one);
    run.budget().settle(input + output, one.inputTokens() + one.outputTokens());
  }

  private static Usage used(Reply reply, long input) {
    if (!(reply instanceof Reply.Answered answered)) {
      return new Usage(1, 0, 0);
    }
    return new Usage(
        1,
        answered.inputTokens() > 0 ? answered.inputTokens() : input,
        answered.outputTokens() > 0 ? answered.outputTokens() : Prompt.tokens(answered.text()));
  }

  private static Optional<Told> nothing(String reason) {
    return Optional.of(new Told.Nothing(reason));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
