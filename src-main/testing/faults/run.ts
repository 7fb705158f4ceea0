import { parseArgs } from 'node:util'
import { stopAll } from './actors'
import { backupUnderLoad } from './backup-under-load'
import { checkOfTheCheck } from './check-of-the-check'
import { fullBackupDisk } from './full-backup-disk'
import { fullDisk } from './full-disk'
import { heldLock } from './held-lock'
import { killWriter } from './kill-writer'
import { killedBackup } from './killed-backup'
import { parallelWriters } from './parallel-writers'
import { replacedStore } from './replaced-store'
import { restoreBesideOthers } from './restore-beside-others'
import { inFolder, LONG, type Scenario, SHORT } from './scenario'

const SCENARIOS: readonly (readonly [name: string, scenario: Scenario])[] = [
  ['the checks can fail', checkOfTheCheck],
  ['writer killed', killWriter('delete')],
  ['writer killed, write-ahead log', killWriter('wal')],
  ['eight writers at once', parallelWriters('delete')],
  ['disk full', fullDisk],
  ['locked longer than we wait', heldLock],
  ['store replaced while open', replacedStore('delete')],
  ['store replaced, write-ahead log', replacedStore('wal')],
  ['backup beside a writer', backupUnderLoad('delete')],
  ['backup beside a writer, write-ahead log', backupUnderLoad('wal')],
  ['backup killed', killedBackup],
  ['disk full in a backup', fullBackupDisk],
  ['restore beside others', restoreBesideOthers('delete')],
  ['restore beside others, write-ahead log', restoreBesideOthers('wal')],
]

const { values } = parseArgs({ options: { long: { type: 'boolean' }, only: { type: 'string' } } })
const scale = values.long ? LONG : SHORT
const chosen = SCENARIOS.filter(([name]) => values.only === undefined || name.includes(values.only))
const started = performance.now()
let broken = chosen.length === 0 ? 1 : 0
for (const [name, scenario] of chosen) broken += (await passes(name, scenario)) ? 0 : 1
stopAll()
console.log(`\n${chosen.length - broken} of ${chosen.length} held, ${seconds(started)} s`)
process.exitCode = broken > 0 ? 1 : 0

async function passes(name: string, scenario: Scenario): Promise<boolean> {
  const start = performance.now()
  try {
    const { figures, problems } = await inFolder((folder) => scenario(folder, scale))
    console.log(`${problems.length === 0 ? 'held  ' : 'BROKEN'} ${name.padEnd(40)} ${figures} (${seconds(start)} s)`)
    for (const problem of problems) console.log(`         ${problem}`)
    return problems.length === 0
  } catch (error) {
    console.log(`BROKEN ${name}`)
    console.log(error)
    stopAll()
    return false
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1)
}
