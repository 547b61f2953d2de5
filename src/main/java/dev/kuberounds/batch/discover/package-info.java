/** Opens the run. */
@NullMarked
package dev.kuberounds.batch.discover;

import org.jspecify.annotations.NullMarked;
