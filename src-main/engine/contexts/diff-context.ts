import type { ContextDifference } from '../../domain/context'
import { readContext } from '../../domain/context-text'
import { jsonDifferences } from '../../domain/json-difference'
import type { JsonValue } from '../../domain/json-document'
import { lineJson } from '../../domain/json-text'
import { contextHash } from '../../store/context-hash'
import type { Reader, Store } from '../../store/store'
import { historyOf } from '../snapshots/snapshot-history'
import { versionOf } from './look-at-contexts'

const MOST_DIFFERENCES = 500
const LONGEST_VALUE = 2_000
/** How far back the last different snapshot is looked for, a few texts at a time. */
const LOOKED_AT = 200
const BATCH = 10

/** The changes from one version of a context to another; `from` and `to` are snapshots, null is nothing or now. */
export interface ContextDiff {
  readonly id: string
  readonly from: number | null
  readonly to: number | null
  readonly differences: ContextDifference[]
  readonly total: number
}

/** Compares two versions; without `to` it is the context as it is now, without `from` the last version that differs. */
export function diffContext(
  store: Store,
  input: { readonly id: string; readonly from?: number | undefined; readonly to?: number | undefined },
): ContextDiff {
  const { before, after, from } = store.read((reader) => {
    const newer = versionOf(store, reader, input.id, input.to).text
    if (input.from !== undefined) {
      return { after: newer, before: versionOf(store, reader, input.id, input.from).text, from: input.from }
    }
    const older = lastDifferent(store, reader, input, newer)
    return { after: newer, before: older?.text ?? newer, from: older?.id ?? null }
  })
  const found = jsonDifferences(documentOf(before), documentOf(after))
  const differences = found.slice(0, MOST_DIFFERENCES).map(({ path, before: old, after: young }) => ({
    path,
    before: old === undefined ? null : shown(old),
    after: young === undefined ? null : shown(young),
  }))
  return { id: input.id, from, to: input.to ?? null, differences, total: found.length }
}

function lastDifferent(
  store: Store,
  reader: Reader,
  { id, to }: { readonly id: string; readonly to?: number | undefined },
  text: string,
): { id: number; text: string } | undefined {
  const hash = contextHash(text)
  const history = historyOf(store, reader, id)
  let before = to
  for (let seen = 0; seen < LOOKED_AT; seen += BATCH) {
    const page = history.page({ before, limit: BATCH })
    for (const snapshot of page) {
      const older = snapshot.pruned ? '' : (history.version(snapshot.id)?.text ?? '')
      if (older !== '' && contextHash(older) !== hash) return { id: snapshot.id, text: older }
    }
    before = page.at(-1)?.id ?? 0
  }
  return undefined
}

/** Text that is no JSON object is compared as one piece. */
function documentOf(text: string): JsonValue {
  return readContext(text).document ?? text
}

function shown(value: JsonValue): string {
  const line = lineJson(value)
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line
}
