package dev.kuberounds.report;

import java.util.List;

/** Writes a report in one format. A pure function: no clock, no locale, no time zone of its own. */
public interface Renderer {

  /** The name this format is asked for by, such as {@code html}. */
  String format();

  /** The finished files. */
  List<Artifact> render(Report report);
}
