/** What to read: one model of a run, rendered as HTML, Markdown and JSON. */
@ApplicationModule(
    allowedDependencies = {
      "cluster",
      "analysis",
      "diagnosis",
      "anonymization",
      "explanation",
      "history"
    })
@NullMarked
package dev.kuberounds.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
