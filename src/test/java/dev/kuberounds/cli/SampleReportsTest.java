package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The committed sample reports are what the program writes today. {@code mvn -q test
 * -Dtest=SampleReportsTest -Dsamples=apply} writes them anew.
 */
class SampleReportsTest {

  private static final Path SAMPLES = Path.of("reports-sample");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "report.md", "report.json"})
  void aSampleIsWhatTheProgramWrites(String name) throws IOException {
    assertThat(Captured.run(Rounds.sample(folder)).code()).isZero();
    Path written = folder.resolve("shop/latest").resolve(name);
    if ("apply".equals(System.getProperty("samples"))) {
      Files.createDirectories(SAMPLES);
      Files.write(SAMPLES.resolve(name), Files.readAllBytes(written));
    }
    assertThat(written).hasSameBinaryContentAs(SAMPLES.resolve(name));
  }

  @Test
  void theSameDumpMakesTheSameBytesInAnotherCountry() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path there = folder.resolve("there");
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Captured.run(Rounds.sample(there)).code()).isZero();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    for (String name : new String[] {"report.html", "report.md", "report.json"}) {
      assertThat(there.resolve("shop/latest").resolve(name))
          .hasSameBinaryContentAs(SAMPLES.resolve(name));
    }
  }

  @Test
  void theSummaryNamesTheReportInAboutTenLines() {
    Captured result = Captured.run(Rounds.sample(folder));
    assertThat(result.out().lines().count()).isBetween(8L, 12L);
    String last = result.out().strip().lines().reduce("", (first, second) -> second);
    assertThat(Path.of(last.replaceFirst("Report: ", ""))).isRegularFile();
  }

  @Test
  void aSecondRunComparesItselfWithTheFirst() {
    Captured.run(Rounds.sample(folder));
    Captured second = Captured.run(Rounds.sample(folder));
    assertThat(second.out()).contains("Since the last run: 0 new, 0 back again");
    assertThat(Rounds.report(folder, "shop").at("/summary/changes/unchanged").asInt())
        .isEqualTo(Rounds.report(folder, "shop").path("findings").size());
    String[] ids =
        Captured.run("history", "--report-dir", folder.toString())
            .out()
            .lines()
            .map(line -> line.substring(0, 26))
            .toArray(String[]::new);
    assertThat(ids).hasSize(2);
    Captured difference = Captured.run("diff", ids[1], ids[0], "--report-dir", folder.toString());
    assertThat(difference.out()).contains("new: 0", "resolved: 0", "not comparable: 0");
  }

  @Test
  void aRuleThatIsSwitchedOffMakesItsFindingsNotComparable() {
    Captured.run(Rounds.sample(folder));
    Captured.run(Rounds.sample(folder, "--exclude-rule", "node-not-ready"));
    var report = Rounds.report(folder, "shop");
    assertThat(report.at("/summary/changes/resolved").asInt()).isZero();
    assertThat(report.at("/summary/changes/notComparable").asInt()).isOne();
    Captured.run(Rounds.sample(folder));
    assertThat(Rounds.report(folder, "shop").at("/summary/changes/new").asInt()).isZero();
  }

  @Test
  void gatesDecideTheExitCode() {
    assertThat(Captured.run(Rounds.sample(folder, "--fail-on", "critical")).code()).isEqualTo(1);
    assertThat(Captured.run(Rounds.sample(folder, "--fail-on", "new-critical")).code()).isZero();
    assertThat(
            Captured.run(
                    Rounds.sample(folder, "--min-coverage", "0.99", "--rule", "node-not-ready"))
                .code())
        .isZero();
  }
}
