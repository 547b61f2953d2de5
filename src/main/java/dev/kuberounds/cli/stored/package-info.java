/** Commands that read the stored runs. */
@NullMarked
package dev.kuberounds.cli.stored;

import org.jspecify.annotations.NullMarked;
