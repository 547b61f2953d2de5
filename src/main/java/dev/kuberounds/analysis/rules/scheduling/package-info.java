/** Pods that no node takes. */
@NullMarked
package dev.kuberounds.analysis.rules.scheduling;

import org.jspecify.annotations.NullMarked;
