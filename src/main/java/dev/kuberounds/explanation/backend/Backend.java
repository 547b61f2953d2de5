package dev.kuberounds.explanation.backend;

/** Whoever answers questions. Safe for use by many threads. */
public interface Backend extends AutoCloseable {

  /** Asks once. Whatever goes wrong is a reply. */
  Reply ask(Question question) throws InterruptedException;

  @Override
  void close();
}
