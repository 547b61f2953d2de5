/** The objects of one scope at one moment. */
@NamedInterface("snapshot")
@NullMarked
package dev.kuberounds.cluster.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
