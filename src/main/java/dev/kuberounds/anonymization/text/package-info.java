/** Finds in text what may not leave: names that are known, and what looks like a secret. */
@NullMarked
package dev.kuberounds.anonymization.text;

import org.jspecify.annotations.NullMarked;
