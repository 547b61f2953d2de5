/** Texts as Kubernetes writes them: phrases, names, times. */
@NamedInterface("text")
@NullMarked
package dev.kuberounds.analysis.view.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
