/** Words, numbers, dates, and what makes foreign text harmless. */
@NullMarked
package dev.kuberounds.report.text;

import org.jspecify.annotations.NullMarked;
