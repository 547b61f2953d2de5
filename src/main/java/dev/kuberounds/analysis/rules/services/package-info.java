/** Services and their endpoints. */
@NullMarked
package dev.kuberounds.analysis.rules.services;

import org.jspecify.annotations.NullMarked;
