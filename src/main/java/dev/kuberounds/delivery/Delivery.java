package dev.kuberounds.delivery;

import dev.kuberounds.archive.SealedRun;
import dev.kuberounds.report.MailMessage;

/**
 * What is to be delivered.
 *
 * @param run the sealed run: its files, their types and hashes, its times and verdict
 * @param mail the run as a message
 */
public record Delivery(SealedRun run, MailMessage mail) {}
