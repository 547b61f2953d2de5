package dev.kuberounds.batch.render;

import dev.kuberounds.archive.Archive;
import dev.kuberounds.archive.RunFolder;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.history.record.Run;
import dev.kuberounds.report.Artifact;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes artifacts into the folder of the run. */
public final class ArtifactWriter implements ItemWriter<List<Artifact>> {

  private final CurrentRun current;
  private final Archive archive;

  public ArtifactWriter(CurrentRun current, Archive archive) {
    this.current = current;
    this.archive = archive;
  }

  @Override
  public void write(Chunk<? extends List<Artifact>> formats) {
    Run run = current.get();
    RunFolder folder = archive.open(run.cluster().id(), run.id());
    formats.forEach(artifacts -> artifacts.forEach(folder::write));
  }
}
