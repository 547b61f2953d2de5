/**
 * What it means and how to fix it: asks an OpenAI-compatible endpoint about anonymized incidents.
 *
 * <p>A request is what the template says, which knows nothing of the cluster, and one JSON document
 * of data. So a request about no incident holds our own words and no others; what a finished
 * request holds beyond it is searched for identifiers in the HTTP client, on the bytes that are
 * sent. Nothing that fails is an exception: it is {@link
 * dev.kuberounds.explanation.Explanation.Unexplained} with a reason.
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
      "anonymization"
    })
@NullMarked
package dev.kuberounds.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
