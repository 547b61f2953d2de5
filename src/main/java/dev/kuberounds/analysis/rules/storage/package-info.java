/** Claims, volumes and storage classes. */
@NullMarked
package dev.kuberounds.analysis.rules.storage;

import org.jspecify.annotations.NullMarked;
