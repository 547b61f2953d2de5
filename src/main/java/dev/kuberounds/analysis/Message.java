package dev.kuberounds.analysis;

import java.util.List;

/**
 * One sentence about a problem, without a period.
 *
 * @param template the sentence with a {@code {}} for each argument
 * @param arguments the values, in order
 */
public record Message(String template, List<Argument> arguments) {

  public Message {
    long places = template.split("\\{}", -1).length - 1L;
    if (places != arguments.size()) {
      throw new IllegalArgumentException(
          "'" + template + "' has " + places + " places for " + arguments.size() + " arguments");
    }
  }

  public static Message message(String template, Argument... arguments) {
    return new Message(template, List.of(arguments));
  }

  /** The sentence with its values. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Argument argument : arguments) {
      int place = template.indexOf("{}", from);
      text.append(template, from, place).append(argument.value());
      from = place + 2;
    }
    return text.append(template.substring(from)).toString();
  }
}
