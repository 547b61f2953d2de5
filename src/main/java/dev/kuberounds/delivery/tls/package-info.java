/** Which servers are believed. */
@NullMarked
package dev.kuberounds.delivery.tls;

import org.jspecify.annotations.NullMarked;
