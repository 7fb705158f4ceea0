import { randomUUID } from 'node:crypto'
import type { BenchmarkNote } from '../../domain/benchmarks/benchmark-overview'
import { DomainError } from '../../domain/fault'
import { deleteBenchmarkNote, insertBenchmarkNote, saveMetricDecisions } from '../../store/benchmark-rows'
import { deskFile } from '../../store/desk-database'
import { type Decisions, readDecisions } from '../../store/read-benchmarks'
import { inDesk } from './record-runs'

/** One thing that was done about benchmarks and can be taken back: what stood there before, and what it left. */
export type MetricChange = { readonly root: string; readonly summary: string } & (
  | { readonly metric: string; readonly before: Decisions; readonly after: Decisions }
  | { readonly note: BenchmarkNote; readonly removed: boolean }
)

/** What was done, in a sentence, and the token that takes it back. */
export interface MetricReceipt {
  readonly undo: string
  readonly summary: string
}

/** Undo tokens begin with this, so that whoever holds one knows where to bring it. */
const PREFIX = 'benchmarks:'
const KEPT = 50
/** Dies with the process. */
const changes = new Map<string, MetricChange>()

/** Remembers what was done, so that it can be taken back. */
export function undoable(change: MetricChange): MetricReceipt {
  const undo = `${PREFIX}${randomUUID()}`
  changes.set(undo, change)
  const oldest = changes.size > KEPT ? changes.keys().next().value : undefined
  if (oldest !== undefined) changes.delete(oldest)
  return { undo, summary: change.summary }
}

/**
 * Takes back what was done: what stood there stands there again. Throws `conflict` when somebody decided otherwise since,
 * `not_found` for a token that is used up. The answer takes the undoing back.
 */
export function undoMetricChange(root: string, undo: string): MetricReceipt {
  const change = changes.get(undo)
  changes.delete(undo)
  if (change === undefined || change.root !== root) {
    throw new DomainError('not_found', 'That can no longer be taken back: it was taken back already, or long ago.')
  }
  return undoable('metric' in change ? decisionsBack(change) : noteBack(change))
}

function decisionsBack(change: Extract<MetricChange, { metric: string }>): MetricChange {
  const { root, metric, before, after } = change
  if (JSON.stringify(readDecisions(deskFile(root), metric)) !== JSON.stringify(after)) {
    throw new DomainError('conflict', `Somebody decided on ${metric} since. What stands there now was left as it is.`, {
      metric,
    })
  }
  inDesk(root, (desk) => saveMetricDecisions(desk, metric, before))
  return { ...change, before: after, after: before }
}

function noteBack(change: Extract<MetricChange, { note: BenchmarkNote }>): MetricChange {
  const { root, note, removed } = change
  inDesk(root, (desk) => (removed ? insertBenchmarkNote(desk, note) : deleteBenchmarkNote(desk, note.id)))
  return { ...change, removed: !removed }
}
