/** How much and how often may be asked in one run. */
@NullMarked
package dev.kuberounds.explanation.limits;

import org.jspecify.annotations.NullMarked;
