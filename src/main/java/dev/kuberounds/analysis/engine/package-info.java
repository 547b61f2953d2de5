/** Lets the rules judge a snapshot and makes findings of what they say. */
@NamedInterface("engine")
@NullMarked
package dev.kuberounds.analysis.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
