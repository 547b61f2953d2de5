/** What can be said of a model's words without believing them. */
@NullMarked
package dev.kuberounds.explanation.answer;

import org.jspecify.annotations.NullMarked;
