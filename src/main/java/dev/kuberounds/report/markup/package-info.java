/** Markdown of rule pages and models as HTML that can do no harm. */
@NullMarked
package dev.kuberounds.report.markup;

import org.jspecify.annotations.NullMarked;
