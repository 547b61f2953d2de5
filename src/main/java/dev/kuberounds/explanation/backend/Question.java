package dev.kuberounds.explanation.backend;

import dev.kuberounds.anonymization.LeakCheck;
import java.time.Duration;

/**
 * One question.
 *
 * @param instructions what to do; knows nothing of the cluster
 * @param data the incidents as JSON
 * @param noData the same document without an incident
 * @param answerTokens most tokens of the answer
 * @param timeout from connecting to the last byte of the answer
 * @param check looks for leaks in the finished request
 */
public record Question(
    String instructions,
    String data,
    String noData,
    int answerTokens,
    Duration timeout,
    LeakCheck check) {}
