/**
 * Where it goes: directory, S3, e-mail.
 *
 * <p>Decided: a destination keeps nothing between deliveries and finds out from the other side what
 * is there, so a restart needs no memory of half a delivery. A mail that some recipients were
 * refused is delivered, because trying again would send it twice to the others.
 */
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
      "archive"
    })
@NullMarked
package dev.kuberounds.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
