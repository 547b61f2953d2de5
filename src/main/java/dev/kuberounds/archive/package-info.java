/**
 * Can it be trusted later: a manifest of every artifact, chained to the run before.
 *
 * <p>Decided: a sealed run is final, also a failed one, so only what will not be continued is
 * sealed. {@code latest/} is the newest completed run, {@code latest.json} names the newest of any
 * outcome. An altered manifest does not stop the next run: the chain goes on from the hash it was
 * sealed with. Media types follow from file names, because a folder does not keep them.
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
      "report :: assembly"
    })
@NullMarked
package dev.kuberounds.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
