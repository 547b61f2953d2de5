/** Which rules there are, and which are asked for. */
@NamedInterface("catalog")
@NullMarked
package dev.kuberounds.analysis.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
