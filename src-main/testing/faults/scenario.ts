import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorkspace } from '../../engine/starters/create-workspace'
import { newDatabase } from '../../store/connection'

/** How much of it: a short run for every day, a long one before a release. */
export interface Scale {
  readonly kills: number
  readonly seconds: number
  readonly backups: number
}

export const SHORT: Scale = { kills: 25, seconds: 20, backups: 8 }
export const LONG: Scale = { kills: 250, seconds: 60, backups: 60 }

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
