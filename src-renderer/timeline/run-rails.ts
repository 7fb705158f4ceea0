import { eventDeed } from '../../src-main/domain/stored-event'
import type { TimelineEvent } from '../../src-main/domain/timeline/timeline'

/** As many runs as are drawn beside each other; more at once go without a line. */
export const MOST_LANES = 4

/** A piece of a run's line in one row. `alone`: a mark without a line, since the rest of the run is not at hand. */
export interface Rail {
  readonly lane: number
  readonly part: 'top' | 'middle' | 'bottom' | 'through' | 'alone'
  /** How the run ended, as far as it is known. */
  readonly end: 'complete' | 'block' | 'open'
}

/** The rails of one row, and those that go on below it. */
export interface RowRails {
  readonly own: readonly Rail[]
  readonly below: readonly Rail[]
}

type Row = Pick<TimelineEvent, 'id' | 'run' | 'action'>
interface Run {
  readonly top: number
  bottom: number | null
  readonly end: Rail['end']
}

/** Draws the runs among rows, newest first: a line from the start of each to its last event, side by side in lanes. */
export function runRails(rows: readonly Row[]): RowRails[] {
  const runs = runsOf(rows)
  const lanes: (number | null)[] = new Array(MOST_LANES).fill(null)
  return rows.map(({ run }, at) => {
    const found = run === null ? undefined : runs.get(run.id)
    const drawn = run !== null && found !== undefined && found.bottom !== null && found.bottom > found.top
    if (drawn && found.top === at) takeLane(lanes, run.id)
    const own = lanes.flatMap((id, lane): Rail[] => {
      if (id === null) return []
      const end = runs.get(id)?.end ?? 'open'
      return [{ lane, end, part: id === run?.id ? partOf(found, at) : 'through' }]
    })
    if (run !== null && found !== undefined && !drawn) {
      const free = lanes.indexOf(null)
      if (free >= 0) own.push({ lane: free, part: 'alone', end: found.end })
    }
    if (drawn && found.bottom === at) freeLane(lanes, run.id)
    const below = lanes.flatMap((id, lane): Rail[] =>
      id === null ? [] : [{ lane, part: 'through', end: runs.get(id)?.end ?? 'open' }],
    )
    return { own, below }
  })
}

function runsOf(rows: readonly Row[]): ReadonlyMap<number, Run> {
  const runs = new Map<number, Run>()
  rows.forEach(({ id, run, action }, at) => {
    if (run === null) return
    const known = runs.get(run.id) ?? { top: at, bottom: null, end: endOf(run.place === 'end' ? action : null) }
    if (id === run.id) known.bottom = at
    runs.set(run.id, known)
  })
  return runs
}

function endOf(action: string | null): Rail['end'] {
  const deed = eventDeed(action)
  return deed === 'complete' || deed === 'block' ? deed : 'open'
}

function partOf(run: Run | undefined, at: number): Rail['part'] {
  if (run?.top === at) return 'top'
  return run?.bottom === at ? 'bottom' : 'middle'
}

function takeLane(lanes: (number | null)[], id: number): void {
  const free = lanes.indexOf(null)
  if (free >= 0) lanes[free] = id
}

function freeLane(lanes: (number | null)[], id: number): void {
  const held = lanes.indexOf(id)
  if (held >= 0) lanes[held] = null
}
