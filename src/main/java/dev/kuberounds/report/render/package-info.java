/**
 * The formats. FreeMarker writes what people read; a serializer writes what programs read.
 *
 * <p>Escaping is not left to templates: each kind of template has an output format of ours, whose
 * escape makes invisible characters visible and markup inert, so a forgotten function in a template
 * can spoil the look but not the safety of a page.
 */
@NullMarked
package dev.kuberounds.report.render;

import org.jspecify.annotations.NullMarked;
