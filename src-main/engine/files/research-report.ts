import { parseJson } from '../../domain/json-document'
import { prettyJson } from '../../domain/json-text'
import { metadataLayers, readObject, textIn, textsIn } from '../../domain/stored-json'
import type { ReportEventRow, ReportMissionRow } from '../../store/read-report'

/** A mission and its session events as a Markdown report. */
export function researchReport(mission: ReportMissionRow, events: readonly ReportEventRow[]): string {
  const metadata = readObject(mission.metadata).object
  const layers = metadataLayers(metadata)
  const questions = textsIn(layers, 'researchQuestions', 'research_questions')
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
    textIn(layers, 'description')?.trim() ?? '_No description recorded._',
    '',
    ...(questions.length === 0 ? [] : ['### Research Questions', ...bullets(questions, ''), '']),
    '### Success Criteria',
    ...bullets(textsIn(layers, 'successCriteria', 'success_criteria'), 'No success criteria recorded.'),
    '',
    '### Deliverables',
    ...bullets(textsIn(layers, 'deliverables'), 'No deliverables recorded.'),
    '',
    '## Key Findings',
    mission.notes?.trim() || '_No mission notes were stored._',
    '',
    '## Session Timeline',
    ...(events.length === 0 ? ['_No session events recorded for this mission._'] : events.map(eventLine)),
    '',
    '## Metadata Snapshot',
    ...fenced(snapshot(mission.metadata, Object.keys(metadata).length === 0)),
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
  return items.length === 0 ? [`- ${none}`] : items.map((item) => `- ${item.trim()}`)
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

function snapshot(stored: string | null, empty: boolean): string {
  if (!stored) return '{}'
  return prettyJson(empty ? { raw_metadata: stored } : parseJson(stored))
}
