/** What is the cause of what: links findings into incidents. */
@ApplicationModule(allowedDependencies = {"cluster", "analysis"})
@NullMarked
package dev.kuberounds.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
