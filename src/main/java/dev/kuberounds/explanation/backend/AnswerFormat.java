package dev.kuberounds.explanation.backend;

/** How the form of an answer is demanded; not every server can do each. */
enum AnswerFormat {
  /** A JSON schema the server enforces. */
  SCHEMA,
  /** Any JSON. */
  JSON,
  /** Asked for in words only. */
  TEXT
}
