package dev.kuberounds.analysis.rules.scheduling;

import dev.kuberounds.analysis.view.text.Phrases;
import java.util.stream.Stream;

/** What keeps a pod from a node, as a clause of the scheduler says it. */
enum Obstacle {
  CPU("cpu"),
  MEMORY("memory"),
  OTHER_RESOURCE("other resource"),
  HOST_PORT("host port"),
  VOLUME("volume"),
  TOPOLOGY_SPREAD("topology spread"),
  POD_AFFINITY("pod affinity"),
  OTHER(""),
  NODE_SELECTOR("node selector"),
  TAINT("taint"),
  CONDITION_TAINT("condition taint"),
  CORDON("cordon");

  private final String phrase;

  Obstacle(String phrase) {
    this.phrase = phrase;
  }

  /** Reads a clause without its number, such as {@code Insufficient cpu}. */
  static Obstacle of(String clause) {
    String name = Phrases.classify("scheduling", clause).orElse("");
    return Stream.of(values())
        .filter(obstacle -> obstacle.phrase.equals(name))
        .findFirst()
        .orElse(OTHER);
  }

  /**
   * True if a node with this obstacle is one the pod may use. The scheduler asks for cordon, taints
   * and selector first, and names only the first filter that a node fails: scheduler configuration,
   * default plugins.
   */
  boolean fitsOtherwise() {
    return compareTo(OTHER) < 0;
  }
}
