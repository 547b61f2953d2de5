package dev.kuberounds.batch.explain;

import dev.kuberounds.anonymization.AnonymizedIncident;
import dev.kuberounds.anonymization.Anonymizer;
import dev.kuberounds.anonymization.Identifiers;
import dev.kuberounds.batch.CurrentRun;
import dev.kuberounds.diagnosis.Incident;
import dev.kuberounds.history.Inspections;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Anonymizes an incident with the names of its namespaces and of what belongs to none. */
final class AnonymizationProcessor implements ItemProcessor<Incident, AnonymizedIncident> {

  private final CurrentRun current;
  private final Inspections inspections;
  private final Anonymizer anonymizer;

  AnonymizationProcessor(CurrentRun current, Inspections inspections, Anonymizer anonymizer) {
    this.current = current;
    this.inspections = inspections;
    this.anonymizer = anonymizer;
  }

  @Override
  public AnonymizedIncident process(Incident incident) {
    String run = current.id();
    Identifiers identifiers =
        Stream.concat(
                Stream.of(""),
                incident.findings().stream()
                    .map(finding -> Objects.requireNonNullElse(finding.owner().namespace(), "")))
            .distinct()
            .flatMap(namespace -> inspections.identifiers(run, namespace).stream())
            .map(Identifiers::decode)
            .reduce(Identifiers.NONE, Identifiers::union);
    return anonymizer.anonymize(incident, identifiers);
  }
}
