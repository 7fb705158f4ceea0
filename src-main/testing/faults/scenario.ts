import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorkspace } from '../../engine/starters/create-workspace'
import { newDatabase } from '../../store/connection'

/** How much of it: a glimpse with the unit tests, a short run for every day, the whole before a release. */
export interface Scale {
  readonly kills: number
  readonly seconds: number
  readonly backups: number
  /** Rounds of eight command lines at once. */
  readonly rounds: number
  /** Missions started and completed where growth is measured. */
  readonly cycles: number
  /** Moments at which the power is cut. */
  readonly cuts: number
}

export const GLIMPSE: Scale = { kills: 3, seconds: 1, backups: 1, rounds: 1, cycles: 60, cuts: 12 }
export const QUICK: Scale = { kills: 25, seconds: 10, backups: 4, rounds: 5, cycles: 300, cuts: 60 }
export const FULL: Scale = { kills: 200, seconds: 60, backups: 60, rounds: 50, cycles: 1_000, cuts: 600 }

/** What was measured, and what must not be; no problems means that the promise held. */
export interface Outcome {
  readonly figures: string
  readonly problems: readonly string[]
}

export type Scenario = (folder: string, scale: Scale) => Promise<Outcome>

export type Journal = 'delete' | 'wal'

/** A workspace of ours in a folder of its own, with queued missions `<writer>-0` and so on for each writer. */
export function stage(
  folder: string,
  writers: readonly string[],
  { missions = 40, journal = 'delete' }: { readonly missions?: number; readonly journal?: Journal } = {},
): string {
  const { database } = createWorkspace(mkdtempSync(join(folder, 'store-')), new Date(), { backlog: 'empty' })
  const client = newDatabase(database, {})
  client.pragma(`journal_mode = ${journal}`)
  const insert = client.prepare("INSERT INTO missions (id, name, status) VALUES (?, 'a mission', 'Queued')")
  client.transaction(() => {
    for (const writer of writers) for (let index = 0; index < missions; index++) insert.run(`${writer}-${index}`)
  })()
  client.close()
  return database
}

/** Runs the work in a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cmos-faults-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
