/**
 * What may leave: replaces every name of the cluster by an alias, and checks that none is left.
 *
 * <p>An <em>identifier</em> is: a name of an object, container or volume; an image, its registry
 * and each part of its path; a host; a value of a label or annotation; the private domain of a key;
 * and, wherever it stands, what looks like an address, a person or a secret. It has 2 to 400
 * characters on one line and is no number below six digits, truth value, version or date. It counts
 * as a whole word in any case. One that is also a public word ({@code web}, {@code default}) is
 * replaced where it is typed or stands in quotes, code or a path, and tells nothing as a word of
 * prose. The words of our own messages, kinds, and names of fields are ours and stay.
 */
@ApplicationModule(
    allowedDependencies = {
      "cluster",
      "cluster :: snapshot",
      "analysis",
      "analysis :: view",
      "analysis :: text",
      "analysis :: engine",
      "analysis :: catalog",
      "diagnosis"
    })
@NullMarked
package dev.kuberounds.anonymization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
