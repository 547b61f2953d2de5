package dev.kuberounds.analysis.engine;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.cluster.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The identity of a trouble across runs. */
final class Fingerprint {

  private static final Set<Argument.Form> IDENTIFYING =
      Set.of(Argument.Form.NAME, Argument.Form.WORD);

  private Fingerprint() {}

  static String of(Rule rule, ObjectRef owner, Problem problem) {
    List<String> names =
        problem.message().arguments().stream()
            .filter(argument -> IDENTIFYING.contains(argument.form()))
            .map(Argument::value)
            .toList();
    MessageDigest digest = sha256();
    add(digest, rule.id());
    add(digest, owner.namespace() == null ? "" : owner.namespace());
    add(digest, owner.group());
    add(digest, owner.kind());
    add(digest, owner.name());
    add(digest, problem.container() == null ? "" : problem.container());
    names.forEach(name -> add(digest, name));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
