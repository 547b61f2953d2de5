/** References to ConfigMaps, Secrets and other objects. */
@NullMarked
package dev.kuberounds.analysis.rules.references;

import org.jspecify.annotations.NullMarked;
