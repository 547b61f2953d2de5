<#assign i = card.incident>
### ${card.rank}. ${md.message(card.root, 400)}

**${t("severity." + i.severity.word())}** · ${t("state." + i.status.word())} · <@due of=i /> · ${md.code(f.object(card.root.subject()))} · ${t("card.affected", card.affected)}

<#if card.chain??>
${t("card.chain")}:

<@link of=card.chain depth=0 />

</#if>
<#if i.unknown?has_content>
${t("card.unknown")}: <#list i.unknown as u>${md.code(u.kind)} <#if u.namespace??>${md.code(u.namespace)}<#else>${t("where.cluster")}</#if> ${t("listing." + u.outcome)}<#sep>; </#list>

</#if>
<#if i.explanation?? && !i.explanation.explained()>
${t("explanation.none", i.explanation.reason!)}

</#if>
<details><summary>${t("markdown.details")}</summary>

<#if i.explanation?? && i.explanation.explained()>
<#assign e = i.explanation>
**${t("explanation.label")}**<#if e.model??> · ${md.code(e.model)}</#if><#if e.confidence??> · ${t("confidence." + e.confidence)}</#if>

<#if e.cause??>
> ${md.model(f.cut(e.cause, 2000))}

</#if>
<#list e.remedy as step>
> ${step?counter}. ${md.model(f.cut(step, 500))}
</#list>

<#list e.commands as command>
<#if command.mutates>
${t("card.changes")}:

</#if>
${md.block(command.command, "sh")}

</#list>
<#elseif card.page??>
<#list ["MEANS", "MATTERS", "FIX"] as section>
${md.section(card.page, section, t("card.changes"))}

</#list>
</#if>
<#if card.commands?has_content>
**${t("card.todo")}**

<#list card.commands as command>
<#if command.mutates>
${t("card.changes")}:

</#if>
${md.block(command.command, "sh")}

</#list>
</#if>
<#if card.evidence?has_content>
**${t("card.evidence")}**

<@head columns=["object", "field", "value"] />
<#list card.evidence as row>
| ${md.codeCell(f.object(row.object))} | ${md.codeCell(row.path)} | ${md.codeCell(f.cut(row.value, 300))} |
</#list>

<#if card.evidenceLeft gt 0>${plural("card.left", card.evidenceLeft)}</#if>

</#if>
</details>

<#macro link of depth>
${md.indent(depth)}- ${md.code(f.object(of.finding.subject()))}: ${md.message(of.finding, 200)}
<#list of.effects as effect><@link of=effect depth=depth + 1 /></#list>
</#macro>
