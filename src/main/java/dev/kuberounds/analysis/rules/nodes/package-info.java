/** Nodes. */
@NullMarked
package dev.kuberounds.analysis.rules.nodes;

import org.jspecify.annotations.NullMarked;
