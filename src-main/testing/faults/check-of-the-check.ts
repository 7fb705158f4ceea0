import { setTimeout as pause } from 'node:timers/promises'
import { newDatabase } from '../../store/connection'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

/** What is done to a sound store, and the words in which the check must notice it. */
const DEEDS: readonly (readonly [deed: string, notice: RegExp])[] = [
  ['DELETE FROM session_events WHERE id = 3', /1 acknowledged and lost: w\/2/],
  ["UPDATE session_events SET summary = 'w/0' WHERE id = 2", /1 stored more than once: w\/0/],
  ["UPDATE missions SET status = 'Blocked' WHERE id = 'w-0'", /status and last event differ: w-0/],
  ['DELETE FROM context_snapshots WHERE id = 3', /snapshots and events stored differ/],
  ["DELETE FROM contexts WHERE id = 'project_context'", /sessions counted and events stored differ/],
]

/** The checks of the other scenarios must be able to fail: each kind of loss is made by hand, and has to be noticed. */
export const checkOfTheCheck: Scenario = async (folder) => {
  const database = stage(folder, ['w'])
  const writer = startActor({ kind: 'write', database, name: 'w', pace: 5, missions: 40 })
  while (writer.acknowledged.length < 6) await pause(5)
  await writer.stop()
  const sound = checkLedger(database, writer.acknowledged).problems
  const overlooked = DEEDS.filter(([deed, notice]) => !noticed(database, writer.acknowledged, deed, notice))
  return {
    figures: `${DEEDS.length - overlooked.length} of ${DEEDS.length} losses made by hand were noticed`,
    problems: [...sound, ...overlooked.map(([deed]) => `not noticed: ${deed}`)],
  }
}

/** Does the deed to a copy in memory, put beside the store for the check to open. */
function noticed(database: string, acknowledged: readonly string[], deed: string, notice: RegExp): boolean {
  const copy = `${database}.${Math.random().toString(36).slice(2)}`
  const source = newDatabase(database, { fileMustExist: true })
  source.prepare('VACUUM INTO ?').run(copy)
  source.close()
  const client = newDatabase(copy, { fileMustExist: true })
  client.exec(deed)
  client.close()
  return checkLedger(copy, acknowledged).problems.some((problem) => notice.test(problem))
}
