<#macro due of><#if of.overdue && of.dueAt??>${t("urgency.overdue", f.age(of.dueAt, report.cluster.takenAt))}<#else>${t("urgency." + of.urgency.word())}<#if of.dueAt??>, ${f.date(of.dueAt)}</#if></#if></#macro>
<#macro head columns>
|<#list columns as column> ${t("column." + column)} |</#list>
|<#list columns as column> --- |</#list>
</#macro>
<#macro left all shown><#if all gt shown>${plural("markdown.rows", all - shown, html)}
</#if></#macro>
<#assign pieces = t("title", "{}")?split("{}")>
# ${pieces[0]}${md.code(report.cluster.id)}${pieces[1]!}

<#if report.cluster.version??>Kubernetes ${md.code(report.cluster.version)} · </#if>${f.instant(report.cluster.takenAt)} · ${t("trigger." + report.run.trigger)} · ${t("column.number")} ${md.code(report.run.id)}
<#if report.scope.restricted()>

${t("top.scope", view.scope)}
</#if>

## ${t("verdict." + report.verdict.word())}

${view.sentence}

<#if report.run.missedRuns gt 0>
${plural("sentence.missed", report.run.missedRuns)}

</#if>
| ${t("verdict.score")} | <#list ["critical", "high", "medium", "low", "info"] as s>${t("severity." + s)} | </#list>${t("coverage.inspected")} |
| --- | --- | --- | --- | --- | --- | --- |
| <#if report.score.value??>${f.decimal(report.score.value)}<#if report.score.grade??> ${report.score.grade}</#if><#if report.score.previous??> (${f.signed(report.score.value - report.score.previous)})</#if><#else>–</#if> | ${f.number(report.summary.findings.critical)} | ${f.number(report.summary.findings.high)} | ${f.number(report.summary.findings.medium)} | ${f.number(report.summary.findings.low)} | ${f.number(report.summary.findings.info)} | ${f.percent(report.coverage.ratio)} |

<#if view.notInspected != "">${t("verdict.missing", view.notInspected)}</#if>

**${t("changes.heading")}**: <#if view.comparable>${f.number(report.summary.changes.fresh)} ${t("state.new")}, ${f.number(report.summary.changes.regressed)} ${t("state.regressed")}, ${f.number(report.summary.changes.changed)} ${t("state.changed")}, ${f.number(report.summary.changes.unchanged)} ${t("state.unchanged")}, ${f.number(report.summary.changes.resolved)} ${t("state.resolved")}, ${f.number(report.summary.changes.notComparable)} ${t("state.notComparable")}<#else>${t("changes.none")}</#if>

## ${t("first.heading")}

<#if view.first?has_content>
<@head columns=["number", "incident", "severity", "due", "where", "state"] />
<#list view.first as card>
| ${card.rank} | ${md.messageCell(card.root, 200)} | ${t("severity." + card.incident.severity.word())} | <@due of=card.incident /> | ${md.codeCell(f.object(card.root.subject()))} | ${t("state." + card.incident.status.word())} |
</#list>
<#else>
${t("first.none")}
</#if>

## ${t("incidents.heading")} (${f.number(report.incidents?size)})

<#if report.incidents?has_content>
<#list view.incidents() as card>
<#if card?index lt shown>
<#include "markdown/incident.md.ftl">
</#if>
</#list>
<#if report.incidents?size gt shown>
${plural("markdown.more", report.incidents?size - shown, html)}
</#if>
<#else>
${t("incidents.none")}
</#if>

## ${t("coverage.missing")}

<#if view.ledger.missing?has_content>
<@head columns=["kind", "where", "outcome", "reason", "grant"] />
<#list view.ledger.missing as row>
<#if row?index lt 50>
| ${md.codeCell(row.kind)} | ${md.textCell(row.where)} | ${t("listing." + row.outcome)} | ${md.textCell(f.cut(row.reason, 200))} | <#if row.grant != "">${md.codeCell(row.grant)}</#if> |
</#if>
</#list>

<@left all=view.ledger.missing?size shown=50 />
<#else>
${t("coverage.all")}
</#if>

<#if view.ledger.idle?has_content>
### ${t("coverage.rules")}

<@head columns=["rule", "outcome", "reason"] />
<#list view.ledger.idle as row>
<#if row?index lt 50>
| ${md.codeCell(row.run.rule)} | ${t("rule." + row.outcome())} | ${md.textCell(f.cut(row.run.reason!, 200))} |
</#if>
</#list>

<@left all=view.ledger.idle?size shown=50 />
</#if>

## ${t("resolved.heading")} (${f.number(view.resolved?size)})

<#if view.resolved?has_content>
<@head columns=["problem", "object", "open"] />
<#list view.resolved as row>
<#if row?index lt 50>
| ${md.messageCell(row.finding, 200)} | ${md.codeCell(f.object(row.finding.subject()))} | ${f.age(row.finding.firstSeen, row.finding.lastSeen)} |
</#if>
</#list>

<@left all=view.resolved?size shown=50 />
<#else>
${t("resolved.none")}
</#if>

---

kube-rounds ${md.code(report.run.tool.version)} · ${t("run.ruleset")} ${md.code(report.run.tool.ruleset)}<#if report.run.previousManifestSha256??> · ${t("run.manifest")} ${md.code(report.run.previousManifestSha256)}</#if>
