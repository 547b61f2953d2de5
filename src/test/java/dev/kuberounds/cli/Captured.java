package dev.kuberounds.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command that ran in this process.
 *
 * @param code what the process would have ended with
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record Captured(int code, String out, String err) {

  public static final String SAMPLE = "src/main/resources/sample/shop.yaml";

  public static Captured run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      int code = KubeRounds.run(args);
      return new Captured(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The last line of stderr. */
  public String lastErr() {
    return err.strip().lines().reduce("", (first, second) -> second);
  }
}
