package dev.kuberounds.batch.render;

import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.batch.RunReports;
import dev.kuberounds.report.Artifact;
import dev.kuberounds.report.Renderer;
import dev.kuberounds.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Renders one format. All formats see the same report. */
public final class RenderProcessor implements ItemProcessor<Renderer, List<Artifact>> {

  private final CurrentRun current;
  private final RunReports reports;
  private @Nullable Report report;

  public RenderProcessor(CurrentRun current, RunReports reports) {
    this.current = current;
    this.reports = reports;
  }

  @Override
  public List<Artifact> process(Renderer renderer) {
    if (report == null) {
      report = reports.report(current.id());
    }
    return renderer.render(report);
  }
}
