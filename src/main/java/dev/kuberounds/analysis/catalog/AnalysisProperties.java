package dev.kuberounds.analysis.catalog;

import dev.kuberounds.analysis.Profile;
import dev.kuberounds.analysis.Severity;
import dev.kuberounds.analysis.Thresholds;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rules look, and how sharply ({@code rounds.analysis.*}).
 *
 * @param profile default: health problems; audit: also best practice; all: also style
 * @param filter kinds to judge, such as Pod or Service; empty: all
 * @param rules ids of the only rules to run; empty: all
 * @param excludedRules ids of rules not to run
 * @param severity run only rules that are at least this severe: critical, high, medium, low, info
 * @param thresholds limits of the rules
 */
@ConfigurationProperties("rounds.analysis")
public record AnalysisProperties(
    @DefaultValue("default") Profile profile,
    @DefaultValue List<String> filter,
    @DefaultValue List<String> rules,
    @DefaultValue List<String> excludedRules,
    @DefaultValue("info") Severity severity,
    @DefaultValue Thresholds thresholds) {}
