import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DomainError } from '../../domain/fault'
import { createBackup } from '../../engine/backups/create-backup'
import { completeMission } from '../../engine/complete-mission'
import { archiveSnapshots } from '../../engine/snapshots/archive-snapshots'
import { keepUp } from '../../engine/snapshots/keep-up'
import { startMission } from '../../engine/start-mission'
import { type OpenWorkspace, openWorkspace } from '../../engine/workspace'
import { newDatabase } from '../../store/connection'
import { fillDisk } from './fill-disk'
import { doLongWork, FINISHED_WORK, LONG_WORK } from './long-work'

/** A process of its own that does one thing to a store until it is told to stop, or killed. */
const [, , kind = '', database = '', name = '', pace = '0', missions = '1', turns = 'Infinity'] = process.argv
const state = { stopped: false }
process.once('SIGTERM', () => {
  state.stopped = true
})

if (kind === 'write') await write((workspace, now) => keepUp(workspace, now))
else if (kind === 'archive') await write(({ store }, now) => archiveSnapshots(store, now))
else if (kind === 'hold') await hold()
else if (kind === 'backup') await backUp()
else if (kind === 'job') await job()
else if (kind === 'fill') say(`+${JSON.stringify(await fillDisk(database))}`)
else await watch()

/**
 * Starts and completes missions of its own by the engine; says `+` and the event's summary once it is stored, and then does
 * what comes after an action: `archive` moves older snapshots each time, not only when they are due.
 */
async function write(after: (workspace: OpenWorkspace, now: Date) => void): Promise<void> {
  const workspace = openWorkspace(
    { root: dirname(dirname(database)), database },
    { mode: 'read-write', busyTimeout: 5_000 },
  )
  for (let turn = 0; !state.stopped && turn < Number(turns); turn++) {
    const scope = { workspace, now: new Date(), agent: 'cmos' }
    const id = `${name.split('/')[0]}-${Math.floor(turn / 2) % Number(missions)}`
    const summary = `${name}/${turn}`
    try {
      if (turn % 2 === 0) startMission(scope, { id, summary })
      else completeMission(scope, { id, summary, notes: summary, promote: 'none' })
      say(`+${summary}`)
      after(workspace, scope.now)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      say(`!${error.code}`)
    }
    // Not in step with the others, as people are not.
    await pause(Number(pace) * (0.5 + Math.random()))
  }
  workspace.close()
}

/** Holds the writer's place and never lets go by itself, as a script does that forgot to commit. */
async function hold(): Promise<void> {
  const client = newDatabase(database, { timeout: 5_000 })
  client.exec('BEGIN IMMEDIATE')
  say('+held')
  while (!state.stopped) await pause(20)
  client.close()
}

/** Does one piece of long work. */
async function job(): Promise<void> {
  const work = [...LONG_WORK, ...FINISHED_WORK].find((known) => known === name)
  if (work === undefined) throw new Error(`There is no work ${name}`)
  say('+ready')
  await doLongWork(work, database)
  say('+done')
}

/** Makes one backup after the other in the user's folder it was named. */
async function backUp(): Promise<void> {
  say('+ready')
  while (!state.stopped) {
    try {
      say(`+${createBackup({ database, userData: name, reason: 'asked', now: new Date() }).name}`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      say(`!${error.code}`)
    }
    await pause(Number(pace))
  }
}

/** Keeps one connection open and says how many missions it sees whenever it is asked. */
async function watch(): Promise<void> {
  const client = newDatabase(database, { timeout: 5_000 })
  const count = client.prepare('SELECT count(*) FROM missions').pluck()
  say(`+${count.get()}`)
  for await (const _asked of process.stdin) say(`+${count.get()}`)
  client.close()
}

/** Written at once, so that what was acknowledged is known even when the process is killed right after. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
