/** Commands that only look into the program itself. */
@NullMarked
package dev.kuberounds.cli.catalog;

import org.jspecify.annotations.NullMarked;
