package dev.kuberounds.cli;

import dev.kuberounds.batch.ProgressListener;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import dev.kuberounds.cluster.snapshot.Snapshot;
import dev.kuberounds.history.record.Inspection;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on a terminal how many namespaces are done. */
final class ProgressBar implements ProgressListener {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressBar.class);
  private static final int WIDTH = 30;

  private final PrintStream out;
  private int done;

  private ProgressBar(PrintStream out) {
    this.out = out;
  }

  /** A bar on a terminal, nothing but debug lines elsewhere. */
  static ProgressListener listener(@Nullable Console console) {
    return console != null && console.isTerminal() ? new ProgressBar(System.err) : ProgressBar::log;
  }

  @Override
  public void inspected(Snapshot snapshot, Inspection inspection) {
    if (snapshot instanceof NamespaceSnapshot namespace) {
      done++;
      int all = Math.max(done, namespace.cluster().all(Namespace.class).size());
      String bar = "#".repeat(WIDTH * done / all);
      out.printf("\r[%-30s] %d of %d namespaces", bar, done, all);
      if (done == all) {
        out.print("\r\033[K"); // the summary follows
      }
      out.flush();
    }
  }

  private static void log(Snapshot snapshot, Inspection inspection) {
    LOG.debug(
        "inspected namespace={} objects={} findings={}",
        inspection.namespace(),
        inspection.objects(),
        inspection.examination().findings().size());
  }
}
