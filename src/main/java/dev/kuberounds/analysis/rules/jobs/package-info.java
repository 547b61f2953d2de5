/** Jobs and CronJobs. */
@NullMarked
package dev.kuberounds.analysis.rules.jobs;

import org.jspecify.annotations.NullMarked;
