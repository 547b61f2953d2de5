/** Reads a cluster from a file that somebody wrote earlier. */
@NullMarked
package dev.kuberounds.cluster.dump;

import org.jspecify.annotations.NullMarked;
