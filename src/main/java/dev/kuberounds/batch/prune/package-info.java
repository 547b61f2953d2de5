/** Keeps history and archive within their retention. */
@NullMarked
package dev.kuberounds.batch.prune;

import org.jspecify.annotations.NullMarked;
