/** Where it goes: directory, S3, e-mail. */
@ApplicationModule(
    allowedDependencies = {
      "cluster",
      "analysis",
      "diagnosis",
      "anonymization",
      "explanation",
      "history",
      "report",
      "archive"
    })
@NullMarked
package dev.kuberounds.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
