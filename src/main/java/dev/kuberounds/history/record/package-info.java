/** What is kept of a run, as values. */
@NamedInterface("record")
@NullMarked
package dev.kuberounds.history.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
