/** Asks a model about incidents, several in one request. */
@NullMarked
package dev.kuberounds.batch.explain;

import org.jspecify.annotations.NullMarked;
