/** What is wrong: rules as pure functions over snapshots. No I/O, no clock. */
@ApplicationModule(allowedDependencies = {"cluster"})
@NullMarked
package dev.kuberounds.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
