/** Foreign text made safe for reasons and headers. */
@NullMarked
package dev.kuberounds.delivery.text;

import org.jspecify.annotations.NullMarked;
