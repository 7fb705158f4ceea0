import { stringify } from 'csv-stringify/sync'
import type { TimelineEvent, TimelineFormat } from '../../domain/timeline/timeline'

/** How events are written in one format. */
export interface TimelineText {
  readonly head: string
  body(events: readonly TimelineEvent[]): string
}

const COLUMNS = [
  'id',
  'time',
  'agent',
  'mission',
  'action',
  'status',
  'summary',
  'next_hint',
  'needs',
  'session',
] as const
/** What would end a cell of a Markdown table, or begin something in it. */
const MARKUP = /[\\`*_{}[\]<>#|~]/g

export function timelineText(format: TimelineFormat): TimelineText {
  if (format === 'csv') return { head: csv([COLUMNS]), body: (events) => csv(events.map(cells)) }
  if (format === 'jsonl') return { head: '', body: (events) => events.map(line).join('') }
  const head = `# Timeline\n\n| ${COLUMNS.join(' | ')} |\n|${COLUMNS.map(() => '---|').join('')}\n`
  return { head, body: (events) => events.map(row).join('') }
}

function cells(event: TimelineEvent): (string | number | null)[] {
  const { id, time, agent, mission, action, status, summary, nextHint, needs, session = null } = event
  return [id, time.raw, agent, mission, action, status, summary, nextHint, needs.join('; '), session]
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((cell) => [...cell]),
    { escape_formulas: true, record_delimiter: 'windows' },
  )
}

function line(event: TimelineEvent): string {
  const values = cells(event)
  const pairs = COLUMNS.map((name, at) => [name, name === 'needs' ? event.needs : values[at]])
  return `${JSON.stringify(Object.fromEntries(pairs))}\n`
}

function row(event: TimelineEvent): string {
  const cell = (value: string | number | null) =>
    String(value ?? '')
      .replace(MARKUP, '\\$&')
      .replace(/\s+/g, ' ')
  return `| ${cells(event).map(cell).join(' | ')} |\n`
}
