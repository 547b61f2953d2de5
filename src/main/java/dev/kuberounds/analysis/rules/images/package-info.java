/** Images and registries. */
@NullMarked
package dev.kuberounds.analysis.rules.images;

import org.jspecify.annotations.NullMarked;
