import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { actorCommand } from './actors'
import { type DiskStep, diskAfterCut } from './disk-model'
import { checkLedger } from './ledger'
import { type Journal, type Scenario, stage } from './scenario'
import { readCalls, STRACE } from './system-calls'

const TURNS = 48
/** Thousands of disks are made, and none of them needs to last. */
const MEMORY = '/dev/shm'

/**
 * Cuts the power of a writer at every kind of moment, as a model: its file calls are recorded, and for moments between
 * them the disk is rebuilt from what was synced, with none, all or some of the rest. Each such disk must still hold what
 * had been acknowledged.
 */
export function powerCut(journal: Journal, kind: 'write' | 'archive' = 'write'): Scenario {
  return async (folder, { cuts }) => {
    if (spawnSync('strace', ['-V']).status !== 0) return { figures: 'not here: it takes strace', problems: [] }
    const database = stage(folder, ['w'], { journal })
    const place = dirname(database)
    const start = contents(place)
    const log = join(folder, 'calls')
    const command = actorCommand({ kind, database, name: 'w', missions: 40, turns: TURNS })
    const { status } = spawnSync('strace', [...STRACE, '-o', log, ...command], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const steps = readCalls(readFileSync(log, 'latin1'), place).filter((step) => !isKnown(step, start))
    const spots = steps.flatMap((step, index) => (step.kind === 'said' ? [index] : []))
    const problems: string[] = status === 0 && spots.length === TURNS ? [] : ['the writer did not do its work']
    for (let cut = 0; cut < cuts && problems.length === 0; cut++) {
      const count = Math.floor(Math.random() * (steps.length + 1))
      problems.push(
        ...problemsAfter(folder, diskAfterCut(start, steps.slice(0, count), chance(cut)), steps.slice(0, count)),
      )
    }
    return {
      figures: `${cuts} disks after ${steps.length} recorded calls of ${spots.length} actions, ${problems.length} of them broken`,
      problems,
    }
  }
}

/** Files that were there when the writer came were not created by opening them. */
function isKnown(step: DiskStep, start: ReadonlyMap<string, Buffer>): boolean {
  return step.kind === 'create' && start.has(step.name)
}

/** Of what was not synced: nothing, everything, or any part. */
function chance(cut: number): () => boolean {
  if (cut % 3 === 0) return () => false
  return cut % 3 === 1 ? () => Math.random() < 0.5 : () => Math.random() < 0.9
}

function problemsAfter(folder: string, disk: ReadonlyMap<string, Buffer>, steps: readonly DiskStep[]): string[] {
  const place = join(mkdtempSync(join(existsSync(MEMORY) ? MEMORY : folder, 'cmos-cut-')), 'db')
  mkdirSync(place)
  // The index of a log is made anew by whoever opens the store.
  for (const [name, content] of disk) if (!name.endsWith('-shm')) writeFileSync(join(place, name), content)
  const said = steps.flatMap((step) => (step.kind === 'said' && step.line.startsWith('+') ? [step.line.slice(1)] : []))
  try {
    const { problems } = checkLedger(join(place, 'cmos.sqlite'), said)
    return problems.map((problem) => `after ${steps.length} calls: ${problem}`)
  } catch (error) {
    return [`after ${steps.length} calls: ${error instanceof Error ? error.message : String(error)}`]
  } finally {
    rmSync(dirname(place), { recursive: true })
  }
}

function contents(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(files.map(({ name }) => [name, readFileSync(join(folder, name))]))
}
