package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets for a wrong word: one clear line and the right exit code. */
class CommandLineTest {

  @TempDir private Path folder;

  @Test
  void anUnknownOptionIsNamed() {
    Captured result = Captured.run("inspect", "--soruce", "x");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("--soruce").hasLineCount(1);
  }

  @Test
  void anUnknownKindInTheFilterIsNamedWithTheKnownOnes() {
    Captured result = inspect("--filter", "Podd");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("unknown kind 'Podd'", "Pod, ").hasLineCount(1);
  }

  @Test
  void anUnknownRuleIsNamed() {
    Captured result = inspect("--rule", "no-such-rule");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("unknown rule 'no-such-rule'").hasLineCount(1);
  }

  @Test
  void aNamespaceThatIsNotInTheDumpIsAnError() {
    Captured result = inspect("-n", "no-such-namespace");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("no-such-namespace").hasLineCount(1);
  }

  @Test
  void aDumpThatIsNotThereIsNamed() {
    Captured result =
        Captured.run("inspect", "--source", "no-such-file.yaml", "--report-dir", folder.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("no-such-file.yaml").hasLineCount(1);
  }

  @Test
  void anUnreadableKubeconfigIsNamed() {
    Captured result =
        Captured.run(
            "inspect", "--kubeconfig", "no-such-kubeconfig", "--report-dir", folder.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("no-such-kubeconfig").hasLineCount(1);
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() throws IOException {
    Path kubeconfig = folder.resolve("config");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: nowhere
        contexts: [{name: nowhere, context: {cluster: nowhere, user: nobody}}]
        clusters: [{name: nowhere, cluster: {server: "http://127.0.0.1:1"}}]
        users: [{name: nobody, user: {token: none}}]
        """);
    Captured result =
        Captured.run(
            "inspect",
            "--kubeconfig",
            kubeconfig.toString(),
            "--report-dir",
            folder.resolve("reports").toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.lastErr()).contains("127.0.0.1:1");
  }

  @Test
  void aReportFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Captured result =
        Captured.run("inspect", "--source", Captured.SAMPLE, "--report-dir", file.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains(file.toString()).hasLineCount(1);
  }

  @Test
  void aDamagedHistoryIsNamed() throws IOException {
    Path history = Files.createDirectories(folder.resolve(".kube-rounds"));
    Files.writeString(history.resolve("history.mv.db"), "this is no database".repeat(1000));
    Captured result = inspect();
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.err()).contains("damaged").hasLineCount(1);
  }

  @Test
  void anInvalidValueInTheConfigurationIsNamed() throws IOException {
    Path config = Files.writeString(folder.resolve("rounds.yaml"), "rounds.cluster.page-size: 0\n");
    Captured result = inspect("--config", config.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("rounds.cluster.page-size").hasLineCount(1);
  }

  @Test
  void aValueOfTheWrongTypeInTheConfigurationIsNamed() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("rounds.yaml"), "rounds.analysis.thresholds.event.fresh: soon\n");
    Captured result = inspect("--config", config.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("event.fresh", "soon").hasLineCount(1);
  }

  @Test
  void aConfigurationThatIsNotThereIsNamed() {
    Captured result = inspect("--config", "no-such-config.yaml");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("no-such-config.yaml").hasLineCount(1);
  }

  @Test
  void anUnknownFormatIsNamed() {
    Captured result = inspect("-o", "pdf");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("pdf", "html, markdown, json").hasLineCount(1);
  }

  @Test
  void anUnknownGateIsNamed() {
    Captured result = inspect("--fail-on", "terrible");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("terrible", "critical").hasLineCount(1);
  }

  @Test
  void aBackendWithoutExplainIsAnError() {
    Captured result = inspect("--backend", "openai");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("--explain").hasLineCount(1);
  }

  @Test
  void historyOfAnEmptyFolderIsAnError() {
    Captured result = Captured.run("history", "--report-dir", folder.toString());
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("no history").hasLineCount(1);
  }

  @Test
  void rulesListsEveryRuleAndPrintsPages() {
    assertThat(Captured.run("rules").out()).contains("crash-looping-container").hasLineCount(20);
    assertThat(Captured.run("rules", "missing-configmap").out())
        .startsWith("# ConfigMap or key is missing");
    assertThat(Captured.run("rules", "nonsense").code()).isEqualTo(4);
  }

  @Test
  void filtersListsTheKindsThatAreJudged() {
    assertThat(Captured.run("filters").out()).contains("> Pod (", "> Service (", "> Node (");
  }

  private Captured inspect(String... options) {
    String[] all = new String[options.length + 5];
    System.arraycopy(
        new String[] {"inspect", "--source", Captured.SAMPLE, "--report-dir", folder.toString()},
        0,
        all,
        0,
        5);
    System.arraycopy(options, 0, all, 5, options.length);
    return Captured.run(all);
  }
}
