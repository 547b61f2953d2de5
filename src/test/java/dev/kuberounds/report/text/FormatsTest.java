package dev.kuberounds.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {

  private static final Instant EVENING = Instant.parse("2026-11-22T18:00:04Z");

  private final Formats english = new Formats(Words.of("en"), ZoneId.of("UTC"));
  private final Formats chinese = new Formats(Words.of("zh-CN"), ZoneId.of("Asia/Shanghai"));

  @Test
  void aMomentNamesItsZone() {
    assertThat(english.instant(EVENING)).isEqualTo("2026-11-22 18:00 UTC");
    assertThat(chinese.instant(EVENING)).isEqualTo("2026年11月23日 02:00（Asia/Shanghai）");
  }

  @Test
  void aRatioIsNeverRoundedUpToAll() {
    assertThat(english.percent(0.9999)).isEqualTo("99.9 %");
    assertThat(english.percent(1)).isEqualTo("100 %");
    assertThat(chinese.percent(0.974)).isEqualTo("97.4%");
  }

  @Test
  void durationsShowTheirTwoLargestUnits() {
    assertThat(english.duration(Duration.ofMillis(84))).isEqualTo("84 ms");
    assertThat(english.duration(Duration.ofSeconds(72))).isEqualTo("1 min 12 s");
    assertThat(english.duration(Duration.ofHours(76).plusSeconds(5))).isEqualTo("3 d 4 h");
    assertThat(chinese.duration(Duration.ofHours(76))).isEqualTo("3 天 4 小时");
  }

  @Test
  void anAgeHasOneUnit() {
    assertThat(english.age(EVENING.minusSeconds(3_599), EVENING)).isEqualTo("< 1 h");
    assertThat(english.age(EVENING.minusSeconds(7_300), EVENING)).isEqualTo("2 h");
    assertThat(english.age(EVENING.minusSeconds(200_000), EVENING)).isEqualTo("2 d");
  }

  @Test
  void numbersAndSizesAreReadable() {
    assertThat(english.number(12_345)).isEqualTo("12,345");
    assertThat(english.bytes(1_610_612_736L)).isEqualTo("1.5 GiB");
    assertThat(english.signed(6)).isEqualTo("+6");
    assertThat(english.signed(-5.5)).isEqualTo("-5.5");
  }

  @Test
  void cutTextEndsBetweenCharacters() {
    assertThat(Formats.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Formats.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Formats.cut("abcd\uD83D\uDE00g", 6)).isEqualTo("abcd…");
  }
}
