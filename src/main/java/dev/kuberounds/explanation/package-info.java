/**
 * What it means and how to fix it: asks an OpenAI-compatible endpoint about anonymized incidents.
 */
@ApplicationModule(allowedDependencies = {"cluster", "analysis", "diagnosis", "anonymization"})
@NullMarked
package dev.kuberounds.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
