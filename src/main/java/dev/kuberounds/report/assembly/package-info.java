/** Puts the report of a run together from what history knows of it. */
@NamedInterface("assembly")
@NullMarked
package dev.kuberounds.report.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
