/**
 * Reads a live cluster: one paged list per kind, decoded item by item. The client's own lists keep
 * each answer twice in memory and build what is thrown away here.
 */
@NullMarked
package dev.kuberounds.cluster.live;

import org.jspecify.annotations.NullMarked;
