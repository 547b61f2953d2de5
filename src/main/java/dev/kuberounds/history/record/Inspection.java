package dev.kuberounds.history.record;

import dev.kuberounds.analysis.engine.Examination;
import dev.kuberounds.diagnosis.CauseEdge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run keeps of one scope once it was inspected.
 *
 * @param namespace empty for what belongs to no namespace
 * @param objects number of objects read
 * @param nodes number of nodes among them
 * @param examination findings and what became of the rules
 * @param edges possible causes of the findings
 * @param identifiers names that must not leave, encoded; null if nothing will be explained
 */
public record Inspection(
    String namespace,
    int objects,
    int nodes,
    Examination examination,
    List<CauseEdge> edges,
    @Nullable String identifiers) {}
