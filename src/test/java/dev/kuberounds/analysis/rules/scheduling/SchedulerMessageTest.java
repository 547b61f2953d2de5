package dev.kuberounds.analysis.rules.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scheduler's sentence is read clause by clause, in the forms of several versions. */
class SchedulerMessageTest {

  @Test
  void clausesAreCountedAndTheAfterthoughtIsNot() {
    assertThat(
            SchedulerMessage.read(
                "0/4 nodes are available: 1 node(s) were unschedulable, 3 Insufficient cpu."
                    + " no new claims to deallocate, preemption: 0/4 nodes are available:"
                    + " 4 Preemption is not helpful for scheduling."))
        .isEqualTo(new SchedulerMessage(4, Map.of(Obstacle.CORDON, 1, Obstacle.CPU, 3)));
  }

  @Test
  void aTaintWithACommaIsOneClause() {
    assertThat(
            SchedulerMessage.read(
                "0/3 nodes are available: 1 node(s) had taint {team: data}, that the pod didn't"
                    + " tolerate, 2 Insufficient memory."))
        .isEqualTo(new SchedulerMessage(3, Map.of(Obstacle.TAINT, 1, Obstacle.MEMORY, 2)));
  }

  @Test
  void differentTaintsAddUp() {
    assertThat(
            SchedulerMessage.read(
                    "0/3 nodes are available: 1 node(s) had untolerated taint {team: data}, 2"
                        + " node(s) had untolerated taint {team: web}.")
                .count(Obstacle.TAINT))
        .isEqualTo(3);
  }

  @Test
  void aClauseAboutThePodItselfConcernsAllNodes() {
    assertThat(
            SchedulerMessage.read(
                "0/4 nodes are available: pod has unbound immediate PersistentVolumeClaims."))
        .isEqualTo(new SchedulerMessage(4, Map.of(Obstacle.OTHER, 4)));
  }

  @Test
  void anotherSentenceIsAnotherObstacle() {
    assertThat(SchedulerMessage.read("no nodes available to schedule pods"))
        .isEqualTo(new SchedulerMessage(0, Map.of(Obstacle.OTHER, 0)));
    assertThat(SchedulerMessage.read(null)).isEqualTo(SchedulerMessage.read(""));
  }
}
