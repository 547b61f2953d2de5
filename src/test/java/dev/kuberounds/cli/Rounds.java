package dev.kuberounds.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kuberounds.cluster.FakeApiServer;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rounds over the sample cluster: as a dump, or served by a server that looks alive. */
final class Rounds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private Rounds() {}

  /** A command line over the sample dump, with more options. */
  static String[] sample(Path reportDir, String... options) {
    return command(List.of("--source", Captured.SAMPLE), reportDir, options);
  }

  /** A command line over a live server, with more options. */
  static String[] live(Path kubeconfig, Path reportDir, String... options) {
    return command(List.of("--kubeconfig", kubeconfig.toString()), reportDir, options);
  }

  /** A server with all objects of the sample. */
  static FakeApiServer serveSample() {
    FakeApiServer server = FakeApiServer.start();
    for (String document : read(Path.of(Captured.SAMPLE)).split("(?m)^---$")) {
      JsonNode list = YAML.unmarshal(document, JsonNode.class);
      for (JsonNode item : list.path("items")) {
        server.add((HasMetadata) YAML.unmarshal(item.toString()));
      }
    }
    return server.serve(Event.class);
  }

  /** The report of the newest run of a cluster. */
  static ObjectNode report(Path reportDir, String cluster) {
    try {
      return (ObjectNode)
          JSON.readTree(read(reportDir.resolve(cluster).resolve("latest/report.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A report without what differs between two runs that saw the same. */
  static JsonNode facts(ObjectNode report) {
    ObjectNode facts = report.deepCopy();
    facts.remove(List.of("run", "stats"));
    return facts;
  }

  /** The same command in a process of its own, to be killed. */
  static Process process(Path log, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(KubeRounds.class.getName());
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] command(List<String> source, Path reportDir, String... options) {
    return Stream.of(
            Stream.of("inspect"),
            source.stream(),
            Stream.of("--report-dir", reportDir.toString()),
            Arrays.stream(options))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }
}
