/** A report as templates need it: ranked, capped, linked; templates compute nothing. */
@NullMarked
package dev.kuberounds.report.view;

import org.jspecify.annotations.NullMarked;
