/** What to read: one model of a run, rendered as HTML, Markdown and JSON. */
@ApplicationModule(
    allowedDependencies = {
      "cluster",
      "cluster :: snapshot",
      "analysis",
      "analysis :: view",
      "analysis :: text",
      "analysis :: engine",
      "analysis :: catalog",
      "diagnosis",
      "anonymization",
      "explanation",
      "history",
      "history :: record"
    })
@NullMarked
package dev.kuberounds.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
