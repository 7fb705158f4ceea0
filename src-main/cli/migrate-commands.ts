import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { MigrationReport } from '../domain/seeding'
import { type Answer, Refusal } from './answer'
import { example } from './help-text'
import type { Place } from './locate-workspace'
import type { Perform } from './perform'
import { UsageError } from './usage-error'

interface Options {
  readonly source?: string
  readonly target?: string
  readonly dryRun?: boolean
  readonly backup?: boolean
  readonly skipFiles?: boolean
  readonly syncDb?: boolean
  readonly dbPath?: string
  readonly sourceDb?: string
}

/** `migrate`: the sessions and contexts of an older workspace of files, added to this one. */
export function addMigrateCommand(migrate: Command, perform: Perform): void {
  migrate
    .option('--source <folder>', 'the older workspace')
    .option('--target <folder>', 'the workspace to add to; default: this one')
    .option('--dry-run', 'show what would be added; change nothing')
    .option('--no-backup', 'keep no copies of the files that change')
    .option('--skip-files', 'leave the files of the target as they are')
    .option('--sync-db', 'add to the store too; its own rows stay, and it is backed up first')
    .option('--db-path <file>', 'the store to add to, instead of db/cmos.sqlite of the target')
    .option('--source-db <file>', 'a store of the older workspace to read too')
    .addHelpText('after', example('cmos migrate --source ../old/cmos --sync-db --dry-run'))
    .action((options: Options) => perform.withoutStore((place) => refusing(() => run(place, options))))
}

async function run(place: Place, options: Options): Promise<Answer> {
  if (options.source === undefined) throw new UsageError('option --source is needed', 'cmos migrate')
  const { userDataFolder } = await import('../engine/user-data')
  const { migrateWorkspace } = await import('../engine/seeding/migrate-workspace')
  const { runJob } = await import('./run-job')
  const order = {
    ...(await targetOf(place, options)),
    source: resolve(options.source),
    ...(options.sourceDb === undefined ? {} : { sourceDatabase: resolve(options.sourceDb) }),
    userData: userDataFolder(),
    now: new Date(),
    backups: options.backup !== false,
    files: options.skipFiles !== true,
    dryRun: options.dryRun === true,
  }
  const report = await runJob((job) => migrateWorkspace(order, job))
  return {
    value: { ...report, dryRun: order.dryRun },
    text: textOf(report, order.dryRun),
    problems: problemsOf(report),
  }
}

async function targetOf(place: Place, { target, dbPath, syncDb }: Options) {
  const { seedPlace } = await import('./seed-place')
  const named = target === undefined ? seedPlace(place) : seedPlace({ root: target, database: place.database })
  const database = dbPath === undefined ? named.database : resolve(dbPath)
  return { target: named.root, database: syncDb === true ? database : null }
}

async function refusing(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    const { DomainError } = await import('../domain/fault')
    if (!(error instanceof DomainError)) throw error
    throw new Refusal(error, `Migration failed: ${error.message}`)
  }
}

function textOf({ source, target, sessions, files, store, conflicts }: MigrationReport, dryRun: boolean): string {
  const would = dryRun ? 'Would write' : 'Wrote'
  return [
    `${dryRun ? 'Would migrate' : 'Migrated'} ${source} into ${target}`,
    `Sessions: ${sessions.target} + ${sessions.source}, of which ${sessions.known} were there already: ${sessions.merged}`,
    ...files.map(({ path, backup }) => `${would} ${path}${backup === null ? '' : ` (before: ${backup})`}`),
    ...(store === null ? [] : [storeText(store, dryRun)]),
    ...conflicts.map(({ file, path }) => `Both say something else of ${path} in ${file}; the target's word stands.`),
  ].join('\n')
}

function storeText(
  { database, added, contexts, backup }: NonNullable<MigrationReport['store']>,
  dryRun: boolean,
): string {
  const kept = backup === null ? '' : `; backed up as ${backup}`
  const filled = contexts.length === 0 ? 'no contexts' : contexts.join(', ')
  return `${dryRun ? 'Would add' : 'Added'} ${added} events to ${database}, and to ${filled}${kept}`
}

function problemsOf({ leftOut }: MigrationReport): string[] {
  if (leftOut.length === 0) return []
  const lines = leftOut.map(({ file, line, reason }) => `  ${file}${line === null ? '' : `:${line}`}: ${reason}`)
  return [`Left out (${leftOut.length}):`, ...lines]
}
