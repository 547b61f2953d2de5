/**
 * What is wrong: rules as pure functions over snapshots. No I/O, no clock.
 *
 * <p>Decision, made on four rules that differ most: an analyzer is a class named after its problem
 * with a {@code Rule} value and one method that streams {@code Problem}s; it filters, it classifies
 * by the phrase table, it says one sentence with typed arguments, and it names the objects the
 * sentence is about ({@code refersTo}), which is all that diagnosis needs. Owner, fingerprint,
 * grouping, skipping and silencing are the engine's. What two rules share is a view, computed once
 * per snapshot, never a base class. A kind is {@code reads} if without it the rule would guess, and
 * {@code consults} if without it the rule only knows less.
 */
@ApplicationModule(allowedDependencies = {"cluster", "cluster :: snapshot"})
@NullMarked
package dev.kuberounds.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
