/** Reads and judges, one scope at a time. */
@NullMarked
package dev.kuberounds.batch.inspect;

import org.jspecify.annotations.NullMarked;
