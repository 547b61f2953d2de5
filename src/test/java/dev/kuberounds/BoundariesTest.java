package dev.kuberounds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** A package uses only those before it, and foreign libraries stay where they belong. */
class BoundariesTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.kuberounds");

  @Test
  void everyPackageKeepsItsDeclaredBoundaries() {
    ApplicationModules.of("dev.kuberounds").verify();
  }

  @Test
  void onlyClusterUsesTheKubernetesClient() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kuberounds.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.fabric8.kubernetes.client..")
        .check(CODE);
  }

  @Test
  void onlyBatchUsesSpringBatch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kuberounds.batch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.batch..")
        .check(CODE);
  }

  @Test
  void onlyExplanationUsesTheAiClient() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kuberounds.explanation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.openai..")
        .check(CODE);
  }

  @Test
  void rulesKnowNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.kuberounds.analysis..", "dev.kuberounds.diagnosis..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CODE);
  }

  @Test
  void analyzersAreHiddenInTheirTopics() {
    classes()
        .that()
        .implement("dev.kuberounds.analysis.Analyzer")
        .and()
        .areNotInterfaces()
        .should()
        .bePackagePrivate()
        .andShould()
        .resideInAPackage("dev.kuberounds.analysis.rules..")
        .check(CODE);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CODE.stream().filter(c -> c.getSimpleName().equals("package-info")))
        .allMatch(c -> c.isAnnotatedWith(NullMarked.class))
        .hasSameSizeAs(CODE.stream().map(c -> c.getPackageName()).distinct().toList());
  }

  @Test
  void filesAndFoldersStaySmall() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    Map<Path, Integer> files = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path file : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        lines.put(file.toString(), Files.readAllLines(file).size());
        files.merge(file.resolveSibling("."), 1, Integer::sum);
      }
    }
    assertThat(lines).allSatisfy((file, count) -> assertThat(count).isLessThanOrEqualTo(250));
    assertThat(files).allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(15));
  }
}
