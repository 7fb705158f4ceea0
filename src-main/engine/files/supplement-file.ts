import { prettyJson } from '../../domain/json-text'
import { sessionLine } from '../../domain/session-line'
import type { StoredEvent } from '../../domain/stored-event'
import type { Supplement } from '../../domain/supplement'
import type { SupplementRows } from '../../store/read-supplement'
import { type EventRow, eventRowOf } from '../seeding/session-lines'

const COLUMNS = ['ts', 'agent', 'mission', 'action', 'status', 'summary', 'nextHint', 'rawEvent'] as const
/** Contexts that a file of their own holds, unless they are empty. */
const WITH_FILES = new Set(['project_context', 'master_context'])

/** The text of a supplement to the other files. */
export function supplementText(rows: SupplementRows, events: readonly StoredEvent[]): string {
  const content: Supplement = {
    format: 'cmos-supplement.v1',
    queue: [...rows.queue],
    metadata: [...rows.metadata],
    contexts: rows.contexts.map((context) => ({
      ...context,
      content: WITH_FILES.has(context.id) && !isEmpty(context.content) ? null : context.content,
    })),
    snapshots: [...rows.snapshots],
    telemetry: [...rows.telemetry],
    events: events.flatMap((event, index) => ownColumns(event, index + 1)),
  }
  return `${prettyJson(content)}\n`
}

/** The columns of an event that reading its line would not give back. */
function ownColumns(event: StoredEvent, line: number): Supplement['events'] {
  const { id: _id, ...stored } = event
  const row: EventRow = { ...stored, rawEvent: stored.rawEvent ?? '' }
  const read = eventRowOf(sessionLine(event))
  return read !== undefined && COLUMNS.every((column) => read[column] === row[column]) ? [] : [{ line, ...row }]
}

function isEmpty(content: string): boolean {
  return /^\s*\{\s*\}\s*$/.test(content)
}
