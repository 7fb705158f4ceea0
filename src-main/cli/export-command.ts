import { join, resolve } from 'node:path'
import type { ExportKind, ExportReceipt } from '../domain/seeding'
import { syncBacklogFile } from '../engine/files/backlog-file'
import type { Answer } from './answer'
import type { Session } from './session'
import { UsageError } from './usage-error'

export interface ExportOptions {
  readonly output?: string
  readonly outputRoot?: string
  readonly recent?: string
  readonly overwrite?: boolean
}

const MOST_SPRINTS = 10_000

/** `db export`: the backlog and the contexts replace what is there, as in every program of this convention. */
export async function runExport({ workspace }: Session, what: ExportKind, options: ExportOptions): Promise<Answer> {
  const { root, database, store } = workspace
  const recent = recentOf(what, options.recent)
  const place = placeOf(what, options, root)
  if (what === 'backlog' && recent === undefined && place.output === undefined) {
    const path = syncBacklogFile(root, store)
    return { value: { path }, text: `Exported backlog to ${path}` }
  }
  const { exportViews } = await import('../engine/files/export-views')
  const { runJob } = await import('./run-job')
  const { userDataFolder } = await import('../engine/user-data')
  const overwrite = what === 'backlog' || what === 'contexts' || options.overwrite === true
  const order = { root, database, userData: userDataFolder(), what, overwrite, now: new Date(), ...place }
  const receipt = await runJob((job) => exportViews(store, recent === undefined ? order : { ...order, recent }, job))
  return { value: outcomeOf(what, receipt), text: textOf(what, receipt), ...wordsOf(receipt) }
}

function recentOf(what: ExportKind, given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const number = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (what === 'backlog' && number >= 1 && number <= MOST_SPRINTS) return number
  const why = what === 'backlog' ? `needs a number from 1 to ${MOST_SPRINTS}` : 'is only for the backlog'
  throw new UsageError(`option --recent ${why}`, 'cmos db export')
}

/** A path that is the file's own place in the workspace is no way out of it. */
function placeOf(
  what: ExportKind,
  options: ExportOptions,
  root: string,
): { readonly folder?: string; readonly output?: string } {
  const given =
    what === 'contexts' ? options.outputRoot : (options.output ?? (what === 'all' ? options.outputRoot : undefined))
  if (given === undefined) return {}
  const path = resolve(given)
  if (what === 'all' || what === 'contexts') return path === root ? {} : { folder: path }
  const own = what === 'backlog' ? join(root, 'missions', 'backlog.yaml') : join(root, 'SESSIONS.jsonl')
  return path === own ? {} : { output: path }
}

function outcomeOf(what: ExportKind, receipt: ExportReceipt): unknown {
  const [first, second] = receipt.files
  if (what === 'backlog') return { path: first?.path, ...receipt }
  return what === 'contexts' ? { project: first?.path, master: second?.path, ...receipt } : receipt
}

const SAID: Readonly<Record<Exclude<ExportKind, 'all'>, readonly string[]>> = {
  backlog: ['backlog'],
  contexts: ['project context', 'master context'],
  sessions: ['sessions'],
}

function textOf(what: ExportKind, { files }: ExportReceipt): string {
  const names = what === 'all' ? [...SAID.backlog, ...SAID.contexts, ...SAID.sessions, 'supplement'] : SAID[what]
  return files.map(({ path }, index) => `Exported ${names[index]} to ${path}`).join('\n')
}

function wordsOf({ files, leftOut }: ExportReceipt): Pick<Answer, 'problems' | 'warnings'> {
  const redacted = files.flatMap(({ path, redacted: rules }) =>
    Object.entries(rules).map(([rule, count]) => `Taken out of ${path}: ${count} × ${rule}`),
  )
  const left = leftOut.map(({ table, rows, reason }) => `Not exported: ${rows} rows of ${table}. ${reason}`)
  return { problems: [...redacted, ...left] }
}
