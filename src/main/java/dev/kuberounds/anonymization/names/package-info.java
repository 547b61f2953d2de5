/** Collects what counts as an identifier from the objects of a cluster. */
@NullMarked
package dev.kuberounds.anonymization.names;

import org.jspecify.annotations.NullMarked;
