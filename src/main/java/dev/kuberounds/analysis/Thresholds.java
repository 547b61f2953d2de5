package dev.kuberounds.analysis;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Limits of the rules ({@code rounds.analysis.thresholds.*}).
 *
 * @param eventFresh an event older than this proves nothing
 * @param readyGrace how long a running container may be unready
 * @param startGrace how long a container may take to be created
 * @param settleGrace how long a workload, Service or node may take to settle after a change
 * @param schedGrace how long a pod may wait for a node
 * @param bindGrace how long a claim may wait for a volume
 * @param crashLoopRestarts restarts from which a container caught between crashes counts
 * @param crashLoopWindow how recent the last of them must be
 * @param oomWindow how long a memory kill is reported
 * @param jobWindow how long a failed Job is reported
 * @param nodesCritical share of nodes (0..1) whose loss is critical
 */
public record Thresholds(
    @Name("event.fresh") @DefaultValue("1h") Duration eventFresh,
    @Name("ready.grace") @DefaultValue("5m") Duration readyGrace,
    @Name("start.grace") @DefaultValue("5m") Duration startGrace,
    @Name("settle.grace") @DefaultValue("10m") Duration settleGrace,
    @Name("sched.grace") @DefaultValue("2m") Duration schedGrace,
    @Name("bind.grace") @DefaultValue("5m") Duration bindGrace,
    @Name("crash-loop.restarts") @DefaultValue("3") int crashLoopRestarts,
    @Name("crash-loop.window") @DefaultValue("1h") Duration crashLoopWindow,
    @Name("oom.window") @DefaultValue("24h") Duration oomWindow,
    @Name("job.window") @DefaultValue("48h") Duration jobWindow,
    @Name("nodes.critical") @DefaultValue("0.3") double nodesCritical) {

  /** The values of the catalogue. */
  public static Thresholds defaults() {
    return new Thresholds(
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        3,
        Duration.ofHours(1),
        Duration.ofHours(24),
        Duration.ofHours(48),
        0.3);
  }
}
