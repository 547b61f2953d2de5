package dev.kuberounds.report.assembly;

import dev.kuberounds.analysis.Severity;
import java.util.Collection;

/**
 * The mark of a cluster: 100 less the weight of its incidents, measured against its size. {@code
 * score = 100 × (1 − min(1, Σ weight ÷ (40 + 4 × namespaces)))} with weights 10 (critical), 4
 * (high), 1.5 (medium), 0.25 (low) and 0 (info), rounded to one decimal.
 *
 * @param score 0..100
 * @param letter A from 90, B from 80, C from 65, D from 50, E from 25, else F
 */
public record Grade(double score, String letter) {

  private static final double BASE = 40;
  private static final double PER_NAMESPACE = 4;

  static Grade of(Collection<Severity> incidents, int namespaces) {
    double weight = incidents.stream().mapToDouble(Grade::weight).sum();
    double lost = Math.min(1, weight / (BASE + PER_NAMESPACE * namespaces));
    double score = Math.round(1000 * (1 - lost)) / 10.0;
    return new Grade(score, letter(score));
  }

  private static double weight(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 10;
      case HIGH -> 4;
      case MEDIUM -> 1.5;
      case LOW -> 0.25;
      case INFO -> 0;
    };
  }

  private static String letter(double score) {
    if (score >= 90) {
      return "A";
    }
    if (score >= 80) {
      return "B";
    }
    if (score >= 65) {
      return "C";
    }
    if (score >= 50) {
      return "D";
    }
    return score >= 25 ? "E" : "F";
  }
}
