import type { ReportEventRow, ReportMissionRow } from '../../store/read-report'
import { parseExactJson, prettyExactJson } from './exact-json'
import { briefOf, isRecord } from './mission-brief'

/** A mission and its session events as a Markdown report. */
export function researchReport(mission: ReportMissionRow, events: readonly ReportEventRow[]): string {
  const metadata = parsed(mission.metadata)
  const brief = briefOf(metadata)
  const lines = [
    `# Research Report: ${mission.id} – ${mission.name || '(untitled mission)'}`,
    '',
    '## Mission Overview',
    `- **Status**: ${mission.status}`,
    `- **Sprint**: ${sprintLine(mission)}`,
    ...moment('Started', metadata.started_at),
    ...moment('Completed', mission.completedAt || metadata.completed_at),
    '',
    '## Mission Brief',
    brief.description ?? '_No description recorded._',
    '',
    ...(brief.questions.length === 0 ? [] : ['### Research Questions', ...bullets(brief.questions, ''), '']),
    '### Success Criteria',
    ...bullets(brief.successCriteria, 'No success criteria recorded.'),
    '',
    '### Deliverables',
    ...bullets(brief.deliverables, 'No deliverables recorded.'),
    '',
    '## Key Findings',
    mission.notes?.trim() || '_No mission notes were stored._',
    '',
    '## Session Timeline',
    ...(events.length === 0 ? ['_No session events recorded for this mission._'] : events.map(eventLine)),
    '',
    '## Metadata Snapshot',
    ...fenced(snapshot(mission.metadata, metadata)),
  ]
  return `${lines.join('\n')}\n`
}

function sprintLine(mission: ReportMissionRow): string {
  if (!mission.sprintId) return 'Unassigned'
  return mission.sprintTitle ? `${mission.sprintId} – ${mission.sprintTitle}` : mission.sprintId
}

function moment(label: string, value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [`- **${label}**: ${value}`] : []
}

function bullets(items: readonly string[], none: string): string[] {
  return items.length === 0 ? [`- ${none}`] : items.map((item) => `- ${item}`)
}

function eventLine(event: ReportEventRow): string {
  const who = `${event.ts || 'unknown time'} — **${event.agent || 'unknown agent'}** [${event.action || 'event'}]`
  const hint = event.nextHint ? ` _(next: ${event.nextHint})_` : ''
  return `- ${who}: ${event.summary ?? ''}${hint}`
}

/** The fence is longer than any run of backticks inside, so that no stored text can close it. */
function fenced(json: string): string[] {
  const longest = Math.max(2, ...[...json.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}json`, json, fence]
}

function snapshot(stored: string | null, metadata: Record<string, unknown>): string {
  if (!stored) return '{}'
  return prettyExactJson(Object.keys(metadata).length === 0 ? { raw_metadata: stored } : metadata)
}

function parsed(text: string | null): Record<string, unknown> {
  if (!text) return {}
  try {
    const value = parseExactJson(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
