/**
 * Delivery to an S3-compatible object store. Objects of a run are created, never overwritten; its
 * manifest comes last and says that the run is complete. What is there already is compared by
 * content: checksums and metadata of a foreign store may be missing, or a lie.
 */
@NullMarked
package dev.kuberounds.delivery.s3;

import org.jspecify.annotations.NullMarked;
