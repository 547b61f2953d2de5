/** Seals the run. */
@NullMarked
package dev.kuberounds.batch.archive;

import org.jspecify.annotations.NullMarked;
