/** The AI client: one question, one HTTP request, one reply that is never an exception. */
@NullMarked
package dev.kuberounds.explanation.backend;

import org.jspecify.annotations.NullMarked;
