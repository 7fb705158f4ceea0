import type { Decision } from '../../domain/context'
import { CONSTRAINT, DECISION, type EntryKind, entriesOf, LEARNING, NEXT_STEP } from '../../domain/context-entries'
import { KNOWN_CONTEXTS, readContext } from '../../domain/context-text'
import type { Memory, RecordKind, Shelf } from '../../domain/record'
import { joinMemories, matchingMemories } from '../../domain/record-search'
import { capturesIn } from '../../domain/stored-captures'
import { readContextRow } from '../../store/read-contexts'
import { readCaptureLists, readRecordRows } from '../../store/record-rows'
import type { Reader, Store } from '../../store/store'
import { recordShelves } from './record-shelves'

/** What contexts keep lists of; sessions are in tables only. */
const LISTS: Readonly<Partial<Record<RecordKind, EntryKind>>> = {
  decision: DECISION,
  constraint: CONSTRAINT,
  learning: LEARNING,
  next_step: NEXT_STEP,
}

export interface Wanted {
  readonly words: string
  readonly offset: number
  readonly limit: number
}

export interface FoundRecords {
  readonly records: Memory[]
  readonly total: number
  /** Why the entries of a context are missing, a sentence for each. */
  readonly faults: string[]
  readonly shelves: Shelf[]
}

/** A page of the records of a kind that hold every word, newest first, from tables, sessions and both contexts. */
export function searchRecords(store: Store, wanted: Wanted & { readonly kind: RecordKind }): FoundRecords {
  const { rows, entries, faults } = store.read((reader) => gather(reader, store, wanted.kind))
  const matching = matchingMemories(joinMemories(rows, entries), wanted.words)
  return {
    records: matching.slice(wanted.offset, wanted.offset + wanted.limit),
    total: matching.length,
    faults,
    shelves: recordShelves(store.capabilities),
  }
}

export interface FoundDecisions {
  readonly decisions: Decision[]
  readonly total: number
  /** Why the decisions of a context are missing; null when they are not. */
  readonly fault: string | null
}

/** A page of the decisions that hold every word, newest first. */
export function searchDecisions(store: Store, wanted: Wanted): FoundDecisions {
  const { records, total, faults } = searchRecords(store, { ...wanted, kind: 'decision' })
  return {
    decisions: records.map(({ text, at, row, contexts, status, category, sprintId }) => ({
      text,
      at,
      row: row === null ? null : Number(row),
      inContext: contexts.length > 0,
      status,
      category,
      sprintId,
    })),
    total,
    fault: faults[0] ?? null,
  }
}

/** What sessions captured stands in the tables too, where a store has them. */
function gather(reader: Reader, { capabilities }: Store, kind: RecordKind) {
  const tabled = readRecordRows(reader, capabilities, kind)
  const captured =
    tabled.length > 0 || kind === 'session'
      ? []
      : readCaptureLists(reader, capabilities)
          .flatMap(({ session, captures }) => capturesIn(session, captures))
          .filter((memory) => memory.kind === kind)
  const read = KNOWN_CONTEXTS.map((id) => entriesIn(reader, id, kind))
  return {
    rows: [...tabled, ...captured],
    entries: read.flatMap(({ entries }) => entries),
    faults: read.flatMap(({ fault }) => (fault === null ? [] : [fault])),
  }
}

function entriesIn(reader: Reader, context: string, kind: RecordKind): { entries: Memory[]; fault: string | null } {
  const list = LISTS[kind]
  const text = list === undefined ? undefined : readContextRow(reader, context)?.text
  if (list === undefined || text === undefined) return { entries: [], fault: null }
  const { document, fault } = readContext(text)
  if (document === null) return { entries: [], fault: `The ${context.replaceAll('_', ' ')} is left out: ${fault}` }
  const entries = entriesOf(document, list).map(
    ({ text: said, at, mission }): Memory => ({
      kind,
      text: said,
      at,
      row: null,
      contexts: [context],
      session: null,
      missionId: mission,
      sprintId: null,
      category: null,
      status: null,
    }),
  )
  return { entries, fault: null }
}
