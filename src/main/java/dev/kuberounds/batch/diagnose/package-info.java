/** Closes the incidents of the whole cluster. */
@NullMarked
package dev.kuberounds.batch.diagnose;

import org.jspecify.annotations.NullMarked;
