/**
 * Asks an API server. Requests go through the Kubernetes client's HTTP layer, which knows every
 * kind of credential; waiting, repeating, decompressing and counting is done here, because the
 * client ignores {@code Retry-After} and does not ask for compression.
 */
@NullMarked
package dev.kuberounds.cluster.http;

import org.jspecify.annotations.NullMarked;
