package dev.kuberounds.report;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is written, and how ({@code rounds.report.*}).
 *
 * @param formats files to write: html, markdown, json
 * @param languages languages of the report's own words, the first is the main one: en, zh-CN
 * @param zone time zone of the dates people read, such as UTC or Asia/Shanghai
 * @param linkHosts the only hosts a report links to
 * @param due how long an incident of each urgency may stay open
 */
@ConfigurationProperties("rounds.report")
public record ReportProperties(
    @DefaultValue({"html", "markdown", "json"}) List<String> formats,
    @DefaultValue("en") List<String> languages,
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue({
          "kubernetes.io",
          "gateway-api.sigs.k8s.io",
          "coredns.io",
          "etcd.io",
          "containerd.io",
          "docs.docker.com",
          "helm.sh",
          "prometheus.io",
          "cert-manager.io",
          "kubernetes.github.io",
          "kubernetes-sigs.github.io",
          "docs.aws.amazon.com",
          "cloud.google.com",
          "learn.microsoft.com",
          "man7.org",
          "www.rfc-editor.org"
        })
        List<String> linkHosts,
    @DefaultValue Due due) {

  private static final List<String> LANGUAGES = List.of("en", "zh-CN");

  public ReportProperties {
    formats.forEach(Renderers::check);
    for (String language : languages) {
      if (!LANGUAGES.contains(language)) {
        throw new IllegalArgumentException(
            "rounds.report.languages: no language '%s'; accepted are %s"
                .formatted(language, String.join(", ", LANGUAGES)));
      }
    }
    if (languages.isEmpty()) {
      throw new IllegalArgumentException(
          "rounds.report.languages is empty; accepted are " + String.join(", ", LANGUAGES));
    }
  }

  /**
   * Periods from the start of an incident to the time it is due.
   *
   * @param immediate for what needs action now
   * @param soon for what should be done soon
   * @param planned for what should be planned
   * @param advised for what is advised
   */
  public record Due(
      @DefaultValue("24h") Duration immediate,
      @DefaultValue("7d") Duration soon,
      @DefaultValue("30d") Duration planned,
      @DefaultValue("90d") Duration advised) {

    /** Empty if nothing needs to be done. */
    public Optional<Duration> period(Urgency urgency) {
      return switch (urgency) {
        case IMMEDIATE -> Optional.of(immediate);
        case SOON -> Optional.of(soon);
        case PLANNED -> Optional.of(planned);
        case ADVISED -> Optional.of(advised);
        case NONE -> Optional.empty();
      };
    }
  }
}
