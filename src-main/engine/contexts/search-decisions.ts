import type { Decision } from '../../domain/context'
import { DECISION, entriesOf } from '../../domain/context-entries'
import { readContext } from '../../domain/context-text'
import { joinDecisions, matchingDecisions } from '../../domain/decision-search'
import { readDecisionRows } from '../../store/decision-rows'
import { readContextRow } from '../../store/read-contexts'
import type { Store } from '../../store/store'

export interface FoundDecisions {
  readonly decisions: Decision[]
  readonly total: number
  /** Why the master context's own decisions are missing; null when they are not. */
  readonly fault: string | null
}

/** A page of the decisions that hold every word, newest first, from the master context and the decisions table. */
export function searchDecisions(
  store: Store,
  wanted: { readonly words: string; readonly offset: number; readonly limit: number },
): FoundDecisions {
  const { rows, text } = store.read((reader) => ({
    rows: readDecisionRows(reader, store.capabilities),
    text: readContextRow(reader, 'master_context')?.text ?? '',
  }))
  const { document, fault } = readContext(text)
  const entries = document === null ? [] : entriesOf(document, DECISION)
  const matching = matchingDecisions(joinDecisions(rows, entries), wanted.words)
  return {
    decisions: matching.slice(wanted.offset, wanted.offset + wanted.limit),
    total: matching.length,
    fault,
  }
}
