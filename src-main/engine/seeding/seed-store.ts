import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { TableCounts } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import type { SeedPlan, SeedReceipt } from '../../domain/seeding'
import { nowText } from '../../domain/timestamp'
import { buildStore, type NewStoreContent } from '../../store/build-store'
import { inspectCopy } from '../../store/copy-store'
import type { BackupPlace } from '../backups/backup-folder'
import { linkInPlace, replaceStore, whereKept } from '../backups/replace-store'
import { fileFault } from '../files/atomic-file'
import { type JobScope, listenAndStop } from '../job'
import { type Gathered, gatherContent } from './gather-content'
import { requireSeedable } from './seed-target'

export interface SeedOrder extends BackupPlace {
  readonly dataRoot: string
  readonly now: Date
  /** Goes on without files that cannot be read at all. Default: refuses. */
  readonly skipUnreadable?: boolean
}

const UNTOUCHED = 'Seeding was stopped. Nothing was changed.'

/** What a seed would make of a folder's files, and what it would replace. It changes nothing. */
export function planSeed(order: SeedOrder): SeedPlan {
  const dataRoot = requireDataRoot(order.dataRoot)
  requireSeedable(order.database)
  return planOf(order, dataRoot, gather(order, dataRoot))
}

/**
 * Makes a store from a folder's files: built beside its place under another name, checked, and only then put in place of
 * what was there, which is backed up first. Call it where this process has no connection to the store.
 */
export async function seedStore(order: SeedOrder, job: JobScope): Promise<SeedReceipt> {
  const { database } = order
  const dataRoot = requireDataRoot(order.dataRoot)
  requireSeedable(database)
  job.report({ label: 'Reading the files', done: 0, total: 3 })
  const gathered = gather(order, dataRoot)
  const plan = planOf(order, dataRoot, gathered)
  await listenAndStop(job, UNTOUCHED)
  const draft = join(dirname(database), `.cmos-${randomBytes(6).toString('hex')}.sqlite`)
  try {
    mkdirSync(dirname(database), { recursive: true })
    job.report({ label: 'Building the new store', done: 1, total: 3 })
    build(draft, gathered.content, plan.tables, order)
    await listenAndStop(job, UNTOUCHED)
    job.report({ label: 'Putting it in its place', done: 2, total: 3 })
    return { ...plan, ...(await putInPlace(draft, order)) }
  } catch (error) {
    throw fileFault(error, database)
  } finally {
    for (const end of ['', '-journal']) rmSync(`${draft}${end}`, { force: true })
  }
}

function gather(order: SeedOrder, dataRoot: string): Gathered {
  const gathered = gatherContent({
    dataRoot,
    now: nowText(order.now),
    // Event streams of the workspace itself are read where they lie.
    streams: !isInside(order.database, dataRoot),
    skipUnreadable: order.skipUnreadable ?? false,
  })
  if (gathered.sources.some(({ bytes }) => bytes !== null)) return gathered
  throw new DomainError(
    'not_found',
    `There is nothing to seed from in ${dataRoot}: no missions/backlog.yaml, PROJECT_CONTEXT.json, context/MASTER_CONTEXT.json or SESSIONS.jsonl. Nothing was changed; check the data root.`,
    { path: dataRoot },
  )
}

function planOf(order: SeedOrder, dataRoot: string, gathered: Gathered): SeedPlan {
  const tables = countsOf(gathered.content)
  const { sources, leftOut, remarks } = gathered
  return {
    dataRoot,
    database: order.database,
    tables,
    replaces: replaces(order.database, tables),
    sources,
    leftOut,
    remarks,
  }
}

function countsOf(content: NewStoreContent): TableCounts {
  return {
    sprints: content.sprints.length,
    missions: content.missions.length,
    mission_dependencies: content.dependencies.length,
    contexts: content.contexts.length,
    context_snapshots: content.snapshots.length,
    session_events: content.events.length,
    telemetry_events: content.telemetry.length,
    prompt_mappings: content.prompts.length,
    metadata: content.metadata.length + 1,
  }
}

/** Every table of both, since a table with as many rows as before is replaced all the same. */
function replaces(database: string, after: TableCounts): SeedPlan['replaces'] {
  if (!existsSync(database)) return null
  try {
    const before = inspectCopy(database).fingerprint.tables
    const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (name) => !/^sqlite_/.test(name),
    )
    return tables.sort().map((table) => ({ table, before: before[table] ?? null, after: after[table] ?? null }))
  } catch (error) {
    if (error instanceof DomainError && error.code === 'busy') throw error
    return null
  }
}

function build(draft: string, content: NewStoreContent, expected: TableCounts, order: SeedOrder): void {
  const { fingerprint, problems } = buildStore(draft, content, nowText(order.now))
  const wrong = Object.entries(expected).filter(([table, rows]) => fingerprint.tables[table] !== rows)
  const all = [...problems, ...wrong.map(([table, rows]) => `table ${table} has not the ${rows} rows it should have`)]
  if (all.length === 0) return
  throw new DomainError(
    'corrupt',
    `The new store did not pass its checks (${all.slice(0, 3).join('; ')}), so it was thrown away. ${order.database} is as it was.`,
    { path: order.database, problems: all.join('; ') },
  )
}

async function putInPlace(draft: string, order: SeedOrder): Promise<Pick<SeedReceipt, 'safety' | 'quarantine'>> {
  if (!existsSync(order.database)) {
    linkInPlace(draft, order.database)
    return { safety: null, quarantine: null }
  }
  const { kept, now } = await replaceStore({ ...order, good: draft, reason: 'before seed' })
  if (now.problems.length === 0) return { safety: kept.safety, quarantine: kept.quarantine }
  throw new DomainError(
    'corrupt',
    `${order.database} did not pass its checks after it was seeded (${now.problems[0]}). ${whereKept(kept)}`,
    { path: order.database },
  )
}

/** A project folder stands for the `cmos/` folder in it; a folder that is not there is a mistyped one. */
function requireDataRoot(folder: string): string {
  const path = resolve(folder)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory() !== true) {
    const what = stats === undefined ? 'does not exist' : 'is not a folder'
    throw new DomainError('not_found', `The data root ${path} ${what}. Nothing was changed; check the path.`, { path })
  }
  const inner = join(path, 'cmos')
  const holds = (root: string) => existsSync(join(root, 'missions', 'backlog.yaml'))
  return !holds(path) && holds(inner) ? inner : path
}

function isInside(database: string, dataRoot: string): boolean {
  const folder = dirname(resolve(database))
  const root = basename(folder) === 'db' ? dirname(folder) : folder
  return existsSync(root) && realpathSync(root) === realpathSync(dataRoot)
}
