/** Delivery by e-mail: one message per run, the same message when it is sent again. */
@NullMarked
package dev.kuberounds.delivery.email;

import org.jspecify.annotations.NullMarked;
