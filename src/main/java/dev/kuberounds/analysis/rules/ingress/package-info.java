/** Ingresses. */
@NullMarked
package dev.kuberounds.analysis.rules.ingress;

import org.jspecify.annotations.NullMarked;
