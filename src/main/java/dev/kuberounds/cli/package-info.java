/** How it is started: the command line. */
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
      "history :: record",
      "report",
      "report :: assembly",
      "archive",
      "delivery",
      "batch"
    })
@NullMarked
package dev.kuberounds.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
