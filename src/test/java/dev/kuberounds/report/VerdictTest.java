package dev.kuberounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.analysis.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void littleCoverageHidesAGoodVerdictNeverABadOne() {
    assertThat(Verdict.of(List.of(), 0.89, 0.9)).isEqualTo(Verdict.UNGRADED);
    assertThat(Verdict.of(List.of(Urgency.SOON), 0.89, 0.9)).isEqualTo(Verdict.UNGRADED);
    assertThat(Verdict.of(List.of(Urgency.IMMEDIATE), 0.1, 0.9)).isEqualTo(Verdict.CRITICAL);
  }

  @Test
  void whatIsAdvisedOrForInformationNeedsNoAttention() {
    assertThat(Verdict.of(List.of(Urgency.PLANNED), 1, 0.9)).isEqualTo(Verdict.ATTENTION);
    assertThat(Verdict.of(List.of(Urgency.ADVISED, Urgency.NONE), 1, 0.9))
        .isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void whatCameBackIsDueOneStepSooner() {
    assertThat(Urgency.of(Severity.MEDIUM, Status.NEW)).isEqualTo(Urgency.PLANNED);
    assertThat(Urgency.of(Severity.MEDIUM, Status.REGRESSED)).isEqualTo(Urgency.SOON);
    assertThat(Urgency.of(Severity.CRITICAL, Status.REGRESSED)).isEqualTo(Urgency.IMMEDIATE);
    assertThat(Urgency.of(Severity.INFO, Status.REGRESSED)).isEqualTo(Urgency.NONE);
  }

  @Test
  void eachUrgencyHasItsPeriod() {
    ReportProperties.Due due = ReportFixture.properties("due.soon", "3d").due();

    assertThat(due.period(Urgency.IMMEDIATE)).contains(Duration.ofHours(24));
    assertThat(due.period(Urgency.SOON)).contains(Duration.ofDays(3));
    assertThat(due.period(Urgency.ADVISED)).contains(Duration.ofDays(90));
    assertThat(due.period(Urgency.NONE)).isEmpty();
  }
}
