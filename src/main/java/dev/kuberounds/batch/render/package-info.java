/** Writes the report in each format. */
@NullMarked
package dev.kuberounds.batch.render;

import org.jspecify.annotations.NullMarked;
