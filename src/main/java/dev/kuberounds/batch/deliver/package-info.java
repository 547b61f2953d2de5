/** Brings the run to each destination. */
@NullMarked
package dev.kuberounds.batch.deliver;

import org.jspecify.annotations.NullMarked;
