/** Compares with the runs before. */
@NullMarked
package dev.kuberounds.batch.compare;

import org.jspecify.annotations.NullMarked;
