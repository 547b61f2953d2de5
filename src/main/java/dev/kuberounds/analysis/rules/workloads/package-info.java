/** Deployments, StatefulSets, DaemonSets and what makes their pods. */
@NullMarked
package dev.kuberounds.analysis.rules.workloads;

import org.jspecify.annotations.NullMarked;
