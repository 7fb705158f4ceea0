import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ImportRemark, SeedPlan, SeedReceipt } from '../domain/seeding'
import type { Answer } from './answer'
import { refusing } from './backup-target'
import { example } from './help-text'
import type { Place } from './locate-workspace'
import type { Perform } from './perform'

interface Options {
  readonly dataRoot?: string
  readonly output?: string
  readonly dryRun?: boolean
  readonly skipUnreadable?: boolean
}

/** `seed`: a store made anew from the files of a workspace. */
export function addSeedCommand(seed: Command, perform: Perform): void {
  seed
    .option('--data-root <folder>', 'the folder to read from; default: the workspace itself')
    .option('--output <file>', 'the store to make, instead of db/cmos.sqlite of the workspace')
    .option('--dry-run', 'show what would be made, from what, and what is left out; change nothing')
    .option('--skip-unreadable', 'go on without files that cannot be read at all')
    .addHelpText('after', example('cmos seed --data-root ../old/cmos --dry-run', 'What was there is backed up first.'))
    .action((options: Options) => perform.withoutStore((place) => refusing(() => run(place, options))))
}

async function run(place: Place, options: Options): Promise<Answer> {
  const { seedPlace } = await import('./seed-place')
  const { userDataFolder } = await import('../engine/user-data')
  const { planSeed, seedStore } = await import('../engine/seeding/seed-store')
  const { root, database } = seedPlace(place)
  const order = {
    database: options.output === undefined ? database : resolve(options.output),
    dataRoot: options.dataRoot === undefined ? root : resolve(options.dataRoot),
    userData: userDataFolder(),
    now: new Date(),
    skipUnreadable: options.skipUnreadable === true,
  }
  if (options.dryRun === true) {
    const plan = planSeed(order)
    return { value: { ...plan, dryRun: true }, text: planText(plan) }
  }
  const { runJob } = await import('./run-job')
  const receipt = await runJob((job) => seedStore(order, job))
  return {
    value: receipt,
    text: `Seeded SQLite database at ${order.database}`,
    problems: problemsOf(receipt),
    warnings: notesOf(receipt),
  }
}

/** What scripts must see too: nothing is left out without a word. */
function problemsOf({ leftOut }: SeedPlan): string[] {
  if (leftOut.length === 0) return []
  const more = leftOut.length - MOST_LINES
  return [
    `Left out of the store (${leftOut.length}):`,
    ...leftOut.slice(0, MOST_LINES).map((remark) => `  ${remarkText(remark)}`),
    ...(more > 0 ? [`  … and ${more} more; --json lists all of them`] : []),
  ]
}

const MOST_LINES = 20

function notesOf({ remarks, safety, quarantine }: SeedReceipt): string[] {
  const kept = safety === null ? quarantine : `the backup ${safety}`
  return [
    ...(kept === null ? [] : [`What was there before is kept: ${kept}`]),
    ...remarks.slice(0, MOST_LINES).map(remarkText),
    ...(remarks.length > MOST_LINES ? [`… and ${remarks.length - MOST_LINES} more; --json lists all of them`] : []),
  ]
}

function planText(plan: SeedPlan): string {
  const files = plan.sources.map(({ file, bytes, rows, leftOut }) => {
    const made = Object.entries(rows).filter(([, count]) => count > 0)
    const counts = made.map(([table, count]) => `${count} ${table}`).join(', ') || 'nothing'
    const state = bytes === null ? 'not there' : `${bytes} bytes: ${counts}`
    return `  ${file} (${state})${leftOut === 0 ? '' : `, ${leftOut} left out`}`
  })
  const replaced = (plan.replaces ?? []).map(
    ({ table, before, after }) => `  ${table}: ${before ?? 'no table'} -> ${after ?? 'no table'} rows`,
  )
  const listed = (title: string, remarks: readonly ImportRemark[]) =>
    remarks.length === 0 ? [] : [title, ...remarks.map((remark) => `  ${remarkText(remark)}`)]
  return [
    `Would seed ${plan.database} from ${plan.dataRoot}; nothing was changed.`,
    'Files:',
    ...files,
    plan.replaces === null ? 'No store that can be read is there now.' : 'The store, now and then:',
    ...replaced,
    ...listed(`Left out (${plan.leftOut.length}):`, plan.leftOut),
    ...listed(`Read otherwise than it stands (${plan.remarks.length}):`, plan.remarks),
  ].join('\n')
}

export function remarkText({ file, line, reason }: ImportRemark): string {
  return `${file}${line === null ? '' : `:${line}`}: ${reason}`
}
