/** The archive's way with files: whole or not there, hashed, and named safely. */
@NullMarked
package dev.kuberounds.archive.files;

import org.jspecify.annotations.NullMarked;
