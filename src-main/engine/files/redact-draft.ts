import type { BacklogRows } from '../../store/read-backlog'
import { redactJson, redactJsonLines, redactJsonTexts } from '../redaction/redact-json'
import type { Redaction, TextFinding } from '../redaction/redact-text'
import { redactValue } from '../redaction/redact-value'
import { redactionKey } from '../redaction/redaction-key'
import type { Draft, DraftContent } from './export-draft'

/** A draft without its secrets, and how many were taken out by which rule. */
export async function redactDraft(
  { form, content }: Draft,
  place: { readonly database: string; readonly userData: string },
): Promise<{ readonly content: DraftContent; readonly redacted: Record<string, number> }> {
  const redaction = { key: redactionKey(place) }
  if ('rows' in content) {
    const { rows, findings } = await redactBacklog(content.rows, redaction)
    return { content: { ...content, rows }, redacted: countByRule(findings) }
  }
  const redact = form === 'jsonl' ? redactJsonLines : redactJson
  const { text, findings } = await redact(content.text, redaction)
  return { content: { text }, redacted: countByRule(findings) }
}

/** Metadata is JSON in a column of its own, where a key such as `password` tells what stands under it. */
async function redactBacklog(given: BacklogRows, redaction: Redaction) {
  const missions = [...given.missions, ...given.unplanned]
  const metadata = await redactJsonTexts(
    missions.map((mission) => mission.metadata ?? ''),
    redaction,
  )
  const rest = await redactValue(
    { ...given, missions: missions.map((mission) => ({ ...mission, metadata: null })), unplanned: [] },
    redaction,
  )
  const cleaned = rest.value.missions.map((mission, index) => ({ ...mission, metadata: metadata.texts[index] || null }))
  const planned = given.missions.length
  const rows: BacklogRows = {
    ...rest.value,
    missions: cleaned.slice(0, planned),
    unplanned: cleaned.slice(planned),
  }
  return { rows, findings: [...metadata.findings, ...rest.findings] }
}

function countByRule(findings: readonly TextFinding[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}
