/** How it runs: one Spring Batch job. */
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
      "delivery"
    })
@NullMarked
package dev.kuberounds.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
