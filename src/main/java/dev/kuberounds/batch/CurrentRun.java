package dev.kuberounds.batch;

import dev.kuberounds.history.Runs;
import dev.kuberounds.history.record.Run;
import java.util.Optional;

/** The run this process works on, as the database knows it. */
public final class CurrentRun {

  private final Runs runs;
  private final String job;

  public CurrentRun(Runs runs, RoundOrder order) {
    this.runs = runs;
    this.job = order.job();
  }

  /** The run; empty until it was opened. */
  public Optional<Run> find() {
    return runs.ofJob(job);
  }

  public Run get() {
    return find().orElseThrow(() -> new IllegalStateException("job " + job + " has no run"));
  }

  public String id() {
    return get().id();
  }
}
