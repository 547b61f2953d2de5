/** How it runs: one Spring Batch job. */
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
      "delivery"
    })
@NullMarked
package dev.kuberounds.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
