import { statSync } from 'node:fs'
import type { Drift, FileView, ViewState } from '../../domain/parity'

/** How one file view compares with the store. */
export interface Compared {
  readonly view: ViewState
  readonly drifts: readonly Drift[]
}

/** A file view as it lies in the workspace; null when there is none. */
export interface ViewFile {
  readonly bytes: number
  /** Epoch milliseconds. */
  readonly changedAt: number
}

export function lookAtFile(path: string): ViewFile | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? null : { bytes: found.size, changedAt: Math.round(found.mtimeMs) }
}

/** A file that could be compared. */
export function comparedWith(file: FileView, found: ViewFile, drifts: readonly Drift[]): Compared {
  const state = drifts.length === 0 ? 'in step' : 'drifted'
  return { view: { file, state, fault: null, ...found, drifts: drifts.length }, drifts }
}

/** A file that is not there: a drift only where views are kept in step, and only when the store has something to show. */
export function absentView(file: FileView, isMissed: boolean): Compared {
  const drifts: Drift[] = isMissed
    ? [{ area: 'file', field: 'the file itself', file, store: 'expected', view: null, newer: 'store' }]
    : []
  return {
    view: { file, state: 'absent', fault: null, bytes: null, changedAt: null, drifts: drifts.length },
    drifts,
  }
}

/** A file that is there and says nothing that could be compared. */
export function unreadableView(file: FileView, found: ViewFile, fault: string): Compared {
  return {
    view: { file, state: 'unreadable', fault, ...found, drifts: 1 },
    drifts: [{ area: 'file', field: 'the file itself', file, store: 'readable', view: fault, newer: 'unknown' }],
  }
}
