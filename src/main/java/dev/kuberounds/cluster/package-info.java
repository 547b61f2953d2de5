/** What is there: reads a live cluster or a dump, one namespace at a time. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.kuberounds.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
