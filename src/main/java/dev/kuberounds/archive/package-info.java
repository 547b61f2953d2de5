/** Can it be trusted later: a manifest of every artifact, chained to the run before. */
@ApplicationModule(
    allowedDependencies = {
      "cluster",
      "analysis",
      "diagnosis",
      "anonymization",
      "explanation",
      "history",
      "report"
    })
@NullMarked
package dev.kuberounds.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
