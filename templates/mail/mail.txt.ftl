<#macro due of><#if of.overdue && of.dueAt??>${t("urgency.overdue", f.age(of.dueAt, report.cluster.takenAt))}<#else>${t("urgency." + of.urgency.word())}<#if of.dueAt??>, ${f.date(of.dueAt)}</#if></#if></#macro>
${t("title", report.cluster.id)}
${f.instant(report.cluster.takenAt)}

${t("verdict." + report.verdict.word())}. ${view.sentence}
<#if report.run.missedRuns gt 0>
${plural("sentence.missed", report.run.missedRuns)}
</#if>

${t("verdict.score")}: <#if report.score.value??>${f.decimal(report.score.value)}<#if report.score.grade??> ${report.score.grade}</#if><#else>${t("verdict.noGrade")}</#if>
${t("verdict.findings")}: <#list [["critical", report.summary.findings.critical], ["high", report.summary.findings.high], ["medium", report.summary.findings.medium], ["low", report.summary.findings.low], ["info", report.summary.findings.info]] as entry>${t("severity." + entry[0])} ${f.number(entry[1])}<#sep>, </#list>
${t("verdict.inspected", f.percent(report.coverage.ratio))}<#if view.notInspected != "">, ${t("verdict.missing", view.notInspected)}</#if>
${t("changes.heading")}: <#if view.comparable><#list [["new", report.summary.changes.fresh], ["regressed", report.summary.changes.regressed], ["changed", report.summary.changes.changed], ["unchanged", report.summary.changes.unchanged], ["resolved", report.summary.changes.resolved], ["notComparable", report.summary.changes.notComparable]] as entry>${f.number(entry[1])} ${t("state." + entry[0])}<#sep>, </#list><#else>${t("changes.none")}</#if>
<#if link??>

${t("mail.open")}: ${link}
</#if>

${t("incidents.heading")}
<#list view.incidents() as card>
<#if card?index lt 10>

${card.rank}. ${f.cut(card.incident.title, 300)}
   ${t("severity." + card.incident.severity.word())}, ${t("state." + card.incident.status.word())}, <@due of=card.incident />
   ${f.object(card.root.subject())}
</#if>
<#else>

${t("incidents.none")}
</#list>
<#if report.incidents?size gt 10>

${plural("mail.more", report.incidents?size - 10)}
</#if>

${t("coverage.missing")}
<#list view.ledger.missing as row>
<#if row?index lt 20>
- ${row.kind} (${row.where}): ${t("listing." + row.outcome)}
</#if>
<#else>
${t("coverage.all")}
</#list>
<#if view.ledger.missing?size gt 20>
${plural("card.left", view.ledger.missing?size - 20)}
</#if>

${t("resolved.heading")}
<#list view.resolved as row>
<#if row?index lt 10>
- ${f.cut(row.finding.message, 200)} (${f.object(row.finding.subject())})
</#if>
<#else>
${t("resolved.none")}
</#list>
<#if view.resolved?size gt 10>
${plural("card.left", view.resolved?size - 10)}
</#if>

${t("mail.manifest", manifest)}
${t("mail.anchor")}
