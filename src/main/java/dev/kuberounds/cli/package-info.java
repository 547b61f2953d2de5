/** How it is started: the command line. */
@ApplicationModule(
    allowedDependencies = {
      "cluster",
      "analysis",
      "diagnosis",
      "anonymization",
      "explanation",
      "history",
      "report",
      "archive",
      "delivery",
      "batch"
    })
@NullMarked
package dev.kuberounds.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
