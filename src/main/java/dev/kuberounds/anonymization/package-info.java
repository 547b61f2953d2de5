/** What may leave: replaces every name of the cluster by an alias, and checks that none is left. */
@ApplicationModule(allowedDependencies = {"cluster", "analysis", "diagnosis"})
@NullMarked
package dev.kuberounds.anonymization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
