/** Pods and containers. */
@NullMarked
package dev.kuberounds.analysis.rules.containers;

import org.jspecify.annotations.NullMarked;
