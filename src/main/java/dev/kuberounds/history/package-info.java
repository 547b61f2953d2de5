/** What changed since last time: runs, findings, incidents and explanations in a database. */
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
      "explanation"
    })
@NullMarked
package dev.kuberounds.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
