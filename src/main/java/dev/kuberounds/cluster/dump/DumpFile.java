package dev.kuberounds.cluster.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.LoaderOptions;

/** A file of JSON or YAML, plain or compressed by gzip; told apart by content, not by name. */
final class DumpFile {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = YAMLFactory.builder().loaderOptions(anySize()).build();

  private DumpFile() {}

  static JsonParser open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      if (compressed(in)) {
        in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      }
      return (json(in) ? JSON : YAML).createParser(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean compressed(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC;
  }

  private static boolean json(InputStream in) throws IOException {
    in.mark(BUFFER);
    int first = in.read();
    for (int skipped = 1; first >= 0 && first <= ' ' && skipped < BUFFER; skipped++) {
      first = in.read();
    }
    in.reset();
    return first == '{' || first == '[';
  }

  /** The library stops at 3 MB by default, against strangers' input; dumps are larger. */
  private static LoaderOptions anySize() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }
}
