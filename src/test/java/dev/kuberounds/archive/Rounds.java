package dev.kuberounds.archive;

import dev.kuberounds.cluster.Scope;
import dev.kuberounds.report.Artifact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of an imaginary cluster for tests of the archive and of the destinations. */
public final class Rounds {

  public static final String CLUSTER = "prod-eu";
  public static final Instant NIGHT = Instant.parse("2026-11-22T18:00:00Z");

  private Rounds() {}

  public static Round completed(String run) {
    return completed(CLUSTER, run, NIGHT);
  }

  public static Round completed(String cluster, String run, Instant start) {
    return round(cluster, run, Ending.COMPLETED, null, null, start, "attention");
  }

  public static Round failed(String run) {
    return round(CLUSTER, run, Ending.FAILED, "inspectStep", "the API server is gone", NIGHT, null);
  }

  public static Round interrupted(String run) {
    return round(CLUSTER, run, Ending.INTERRUPTED, null, "killed", NIGHT, null);
  }

  /** The same facts, sealed later and by another pod. */
  static Round later(Round round) {
    Instant finish = round.finishedAt().plusSeconds(300);
    return new Round(
        round.cluster(),
        round.run(),
        round.trigger(),
        round.missedRuns(),
        round.outcome(),
        round.failedStep(),
        round.reason(),
        round.startedAt(),
        finish,
        round.takenAt(),
        new Round.Measured(round.startedAt(), finish),
        round.source(),
        round.scope(),
        round.tool(),
        new Round.Identity("rounds", "kube-rounds-9z", "node-2"),
        round.coverage(),
        round.verdict(),
        round.score(),
        round.explanation());
  }

  public static Artifact file(String name, String content) {
    return new Artifact(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  /** Seals a completed run with a page and its data. */
  public static SealedRun seal(Archive archive, String run) {
    return seal(archive, completed(run));
  }

  public static SealedRun seal(Archive archive, Round round) {
    RunFolder folder = archive.open(round.cluster(), round.run());
    folder.write(file("report.html", "<h1>Ward round " + round.run() + " — 正常</h1>"));
    folder.write(file("report.json", "{\"run\": \"" + round.run() + "\"}"));
    return folder.seal(round);
  }

  private static Round round(
      String cluster,
      String run,
      Ending outcome,
      @Nullable String failedStep,
      @Nullable String reason,
      Instant start,
      @Nullable String verdict) {
    Instant finish = start.plus(Duration.ofMinutes(2));
    boolean completed = outcome == Ending.COMPLETED;
    return new Round(
        cluster,
        run,
        "schedule",
        0,
        outcome,
        failedStep,
        reason,
        start,
        finish,
        start,
        new Round.Measured(start, finish),
        new Round.Source("live", null),
        new Scope(List.of(), List.of("kube-*"), ""),
        new Round.Tool("0.1.0", "9f2c41d0", "77aa10b3", Map.of()),
        new Round.Identity("rounds", "kube-rounds-1x", "node-1"),
        completed ? new Round.Coverage(0.974, Map.of("listed", 37, "denied", 1)) : null,
        verdict,
        completed ? new Round.Score(71.0, "C") : null,
        new Round.ExplanationUse(null, null, 0, true));
  }
}
