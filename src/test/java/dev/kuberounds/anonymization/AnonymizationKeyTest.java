package dev.kuberounds.anonymization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymizationKeyTest {

  @TempDir Path folder;

  @Test
  void aKeyIsMadeOnceAndReadAgain() throws Exception {
    Path file = folder.resolve("alias.key");

    String made = AnonymizationKey.loadOrCreate(file).digest("checkout");

    assertThat(AnonymizationKey.loadOrCreate(file).digest("checkout")).isEqualTo(made);
    assertThat(AnonymizationKey.load(file).digest("checkout")).isEqualTo(made).hasSize(64);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void twoKeysMakeDifferentAliases() {
    assertThat(AnonymizationKey.random().digest("checkout"))
        .isNotEqualTo(AnonymizationKey.random().digest("checkout"));
  }

  @Test
  void aDamagedKeyIsRefusedWithTheWayToMakeOne() throws Exception {
    Path file = Files.writeString(folder.resolve("alias.key"), "too short");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnonymizationKey.loadOrCreate(file))
        .withMessageContaining("64 hexadecimal digits (openssl rand -hex 32)");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("nowhere/alias.key");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnonymizationKey.loadOrCreate(file))
        .withMessageContaining("cannot write the anonymization key '" + file + "'");
  }

  @Test
  void theKeyIsNeverPrinted() {
    assertThat(AnonymizationKey.random()).hasToString("AnonymizationKey");
  }
}
