package dev.kuberounds.anonymization;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Evidence;
import dev.kuberounds.analysis.Finding;
import dev.kuberounds.anonymization.names.Types;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.diagnosis.Incident;
import java.util.stream.Stream;

/** Names an incident mentions: those of missing objects are in no snapshot. */
final class MentionedNames {

  private MentionedNames() {}

  static Identifiers of(Incident incident) {
    Identifiers.Builder names = new Identifiers.Builder();
    for (Finding finding : incident.findings()) {
      String container = finding.container();
      if (container != null) {
        names.add("container", container);
      }
      Stream.of(
              Stream.of(finding.object(), finding.owner()),
              finding.instances().stream(),
              finding.refersTo().stream())
          .flatMap(refs -> refs)
          .forEach(ref -> add(names, ref));
      Stream.concat(
              finding.message().arguments().stream(),
              finding.evidence().stream().map(Evidence::value))
          .filter(argument -> argument.form() == Argument.Form.NAME)
          .forEach(argument -> names.add(Types.of(argument.type()), argument.value()));
    }
    return names.build();
  }

  private static void add(Identifiers.Builder names, ObjectRef ref) {
    names.add(Types.of(ref.kind()), ref.name());
    String namespace = ref.namespace();
    if (namespace != null) {
      names.add("namespace", namespace);
    }
  }
}
