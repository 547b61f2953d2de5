/** What live clusters and dumps share: decoding, key order, and the merge by namespace. */
@NullMarked
package dev.kuberounds.cluster.read;

import org.jspecify.annotations.NullMarked;
