package dev.kuberounds.report;

/**
 * A mail about one run, ready to be addressed.
 *
 * @param subject one line without control characters
 * @param text plain body, 78 columns
 * @param html HTML body of at most 90 KB
 */
public record MailMessage(String subject, String text, String html) {}
