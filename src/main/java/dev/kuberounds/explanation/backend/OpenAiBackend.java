package dev.kuberounds.explanation.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.ObjectMappers;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams.ResponseFormat;
import com.openai.models.completions.CompletionUsage;
import java.util.Optional;

/** Asks an OpenAI-compatible endpoint for a chat completion. */
public final class OpenAiBackend implements Backend {

  private final Endpoint endpoint;
  private final Transport transport;
  private final ResponseFormat schema;
  private volatile Dialect dialect = Dialect.FULL;

  public OpenAiBackend(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.transport = new Transport(endpoint);
    this.schema = schema(endpoint.model());
  }

  @Override
  public Reply ask(Question question) throws InterruptedException {
    Dialect used = dialect;
    CheckedCall call =
        new CheckedCall(transport, question.check(), blank(question, used), question.timeout());
    try {
      ChatCompletion completion =
          new OpenAIClientImpl(options(call))
              .chat()
              .completions()
              .create(params(question, question.data(), used));
      return answered(completion, call.sent());
    } catch (RuntimeException e) { // its message may hold the model's words
      return adapted(call.failure(), used);
    }
  }

  private Reply adapted(Reply failure, Dialect used) {
    if (failure instanceof Reply.Refused(Sent sent, var _)
        && (sent.status() == 400 || sent.status() == 422)) {
      Optional<Dialect> simpler = used.simpler(sent.answer());
      simpler.ifPresent(next -> adapt(used, next));
      return new Reply.Refused(sent, simpler.isPresent());
    }
    return failure;
  }

  /** Another thread may have found out already. */
  private synchronized void adapt(Dialect used, Dialect next) {
    if (dialect.equals(used)) {
      dialect = next;
    }
  }

  private Reply answered(ChatCompletion completion, Sent sent) {
    Optional<ChatCompletion.Choice> choice = completion.choices().stream().findFirst();
    Optional<String> text = choice.flatMap(first -> first.message().content());
    if (text.isEmpty()) {
      return new Reply.Unusable(sent);
    }
    boolean cutOff =
        choice
            .flatMap(first -> first._finishReason().asKnown())
            .filter(FinishReason.LENGTH::equals)
            .isPresent();
    Optional<CompletionUsage> usage = completion._usage().asKnown();
    return new Reply.Answered(
        text.get(),
        cutOff,
        completion._model().asKnown().orElse(endpoint.model()),
        usage.flatMap(used -> used._promptTokens().asKnown()).orElse(0L),
        usage.flatMap(used -> used._completionTokens().asKnown()).orElse(0L),
        sent);
  }

  private byte[] blank(Question question, Dialect used) {
    try {
      return ObjectMappers.jsonMapper()
          .writeValueAsBytes(params(question, question.noData(), used)._body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a request as JSON", e);
    }
  }

  private ChatCompletionCreateParams params(Question question, String data, Dialect used) {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder()
            .model(endpoint.model())
            .addSystemMessage(question.instructions())
            .addUserMessage(data);
    if (used.formerTokenLimit()) {
      limitAsFormerly(params, question.answerTokens());
    } else {
      params.maxCompletionTokens(question.answerTokens());
    }
    if (endpoint.temperature() != null) {
      params.temperature(endpoint.temperature());
    }
    return switch (used.format()) {
      case SCHEMA -> params.responseFormat(schema).build();
      case JSON -> params.responseFormat(ResponseFormatJsonObject.builder().build()).build();
      case TEXT -> params.build();
    };
  }

  /** Made from the records once, as that takes long. */
  private static ResponseFormat schema(String model) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .addUserMessage("")
        .responseFormat(Answers.class)
        .build()
        .rawParams()
        .responseFormat()
        .orElseThrow();
  }

  @SuppressWarnings("deprecation")
  private static void limitAsFormerly(ChatCompletionCreateParams.Builder params, int tokens) {
    params.maxTokens(tokens);
  }

  private ClientOptions options(CheckedCall call) {
    return ClientOptions.builder()
        .httpClient(call)
        .baseUrl(endpoint.baseUrl().toString())
        .apiKey("the transport adds it")
        .maxRetries(0)
        .logLevel(LogLevel.OFF)
        .build();
  }

  @Override
  public void close() {
    transport.close();
  }
}
