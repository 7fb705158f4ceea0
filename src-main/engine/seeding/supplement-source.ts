import { DomainError } from '../../domain/fault'
import { sessionLine } from '../../domain/session-line'
import { SUPPLEMENT_FILE, type Supplement, supplement } from '../../domain/supplement'
import type { NewStoreContent } from '../../store/build-store'
import type { ImportNotes } from './import-notes'
import { quoted } from './import-notes'

/** Metadata that says what project a store is of; what says of its structure would be untrue of a new one. */
const IDENTITY = /^(?:project_|dashboard_|tracelab_)/

/** Reads a supplement. Throws `invalid_input` when it is none. */
export function readSupplementSource(text: string): Supplement {
  try {
    const read = supplement.safeParse(JSON.parse(text))
    if (read.success) return read.data
    const [issue] = read.error.issues
    throw new DomainError('invalid_input', `is no supplement (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`)
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('invalid_input', `is no JSON: ${error.message}`)
    throw error
  }
}

/** Adds what only the supplement knows. Of the other files it may be older: what they say stands. */
export function supplemented(content: NewStoreContent, more: Supplement, notes: ImportNotes): NewStoreContent {
  const contexts = contextsOf(content, more)
  const ids = new Set(contexts.map(({ id }) => id))
  const orphans = more.snapshots.filter(({ contextId }) => !ids.has(contextId)).length
  if (orphans > 0) leaveOut(notes, `${orphans} snapshots of contexts that are not there.`)
  const snapshots = more.snapshots.filter(({ contextId }) => ids.has(contextId))
  const structure = more.metadata.filter(({ key }) => !IDENTITY.test(key) && key !== 'seeded_at')
  if (structure.length > 0) {
    leaveOut(notes, `Metadata about the old store's structure: ${structure.map(({ key }) => quoted(key)).join(', ')}.`)
  }
  const known = new Set(content.telemetry.map(({ payload }) => payload))
  return {
    ...content,
    missions: inQueueOrder(content.missions, more.queue),
    metadata: more.metadata.filter(({ key }) => IDENTITY.test(key)),
    contexts,
    snapshots: [...snapshots, ...content.snapshots.filter((own) => isNew(own, snapshots))],
    events: eventsOf(content, more, notes),
    telemetry: [...content.telemetry, ...more.telemetry.filter(({ payload }) => !known.has(payload))],
  }
}

type Mission = NewStoreContent['missions'][number]

/** Missions that the queue does not know come last. */
function inQueueOrder(missions: readonly Mission[], queue: readonly string[]): Mission[] {
  const place = new Map(queue.map((id, index) => [id, index]))
  const placeOf = ({ id }: Mission) => place.get(id) ?? queue.length
  return [...missions].sort((left, right) => placeOf(left) - placeOf(right))
}

function contextsOf(content: NewStoreContent, more: Supplement): NewStoreContent['contexts'] {
  const named = new Map(more.contexts.map((context) => [context.id, context]))
  const own = content.contexts.map((context) => ({
    ...context,
    sourcePath: named.get(context.id)?.sourcePath ?? context.sourcePath,
  }))
  const ids = new Set(own.map(({ id }) => id))
  const others = more.contexts.flatMap(({ content: text, ...context }) =>
    text === null || ids.has(context.id) ? [] : [{ ...context, content: text }],
  )
  return [...own, ...others]
}

type Snapshot = NewStoreContent['snapshots'][number]

/** A context that was exported as it stood has its last snapshot among the others already. */
function isNew({ contextId, contentHash }: Snapshot, known: readonly Snapshot[]): boolean {
  return known.findLast((snapshot) => snapshot.contextId === contextId)?.contentHash !== contentHash
}

/** Only where the line is still the one that the columns belong to. */
function eventsOf(content: NewStoreContent, more: Supplement, notes: ImportNotes): NewStoreContent['events'] {
  const events = [...content.events]
  for (const { line, ...columns } of more.events) {
    const found = events[line - 1]
    if (found?.rawEvent === sessionLine({ id: 0, ...columns })) events[line - 1] = columns
    else leaveOut(notes, `The columns of event ${line}: the session log has another line there.`)
  }
  return events
}

function leaveOut(notes: ImportNotes, reason: string): void {
  notes.leaveOut(SUPPLEMENT_FILE, null, reason)
}
