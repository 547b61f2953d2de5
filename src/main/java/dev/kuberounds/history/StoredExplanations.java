package dev.kuberounds.history;

import dev.kuberounds.explanation.Exchange;
import dev.kuberounds.explanation.Explanation.Explained;
import dev.kuberounds.explanation.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers of models by what was asked, and every request that was sent for them. */
public final class StoredExplanations {

  private final JdbcClient jdbc;

  public StoredExplanations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A stored answer and its age. */
  public record Stored(Explained explained, Instant storedAt) {}

  public Optional<Stored> find(String contentKey) {
    return jdbc.sql("SELECT content, stored_at FROM explanation WHERE content_key = ?")
        .param(contentKey)
        .query((row, _) ->
            new Stored(
                Json.read(row.getString("content"), Explained.class),
                Runs.required(row, "stored_at")))
        .optional();
  }

  /** Keeps an answer; the first one to a question stays. */
  public void save(String contentKey, Explained explained, Instant at) {
    if (find(contentKey).isEmpty()) {
      jdbc.sql("INSERT INTO explanation (content_key, content, stored_at) VALUES (?, ?, ?)")
          .params(contentKey, Json.write(explained), Runs.time(at))
          .update();
    }
  }

  /** Keeps what one item of work sent and what it cost. */
  public void sent(String run, List<Exchange> exchanges, Usage usage) {
    for (int i = 0; i < exchanges.size(); i++) {
      jdbc.sql(
              "INSERT INTO ai_request (run, content, input_tokens, output_tokens) VALUES (?, ?, ?,"
                  + " ?)")
          .params(
              run,
              Json.write(exchanges.get(i)),
              i == 0 ? usage.inputTokens() : 0,
              i == 0 ? usage.outputTokens() : 0)
          .update();
    }
  }

  /** Every request of a run as one JSON document each, in the order they were stored. */
  public List<String> transcript(String run) {
    return jdbc.sql("SELECT content FROM ai_request WHERE run = ? ORDER BY number")
        .param(run)
        .query(String.class)
        .list();
  }

  /** What explaining has cost a run so far, over all its processes. */
  public Usage usage(String run) {
    return jdbc.sql(
            """
            SELECT COUNT(*), COALESCE(SUM(input_tokens), 0), COALESCE(SUM(output_tokens), 0)
            FROM ai_request WHERE run = ?\
            """)
        .param(run)
        .query((row, _) -> new Usage(row.getInt(1), row.getLong(2), row.getLong(3)))
        .single();
  }
}
