/**
 * Null-safe views several rules share: containers, templates, owners, events, texts. Each exists
 * once; what is costly is computed once per snapshot.
 */
@NamedInterface("view")
@NullMarked
package dev.kuberounds.analysis.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
