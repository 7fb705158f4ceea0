import { setTimeout as pause } from 'node:timers/promises'
import { startActor } from './actors'
import { archivedSnapshots, checkLedger, unreadableSnapshots } from './ledger'
import { type Journal, type Scenario, stage } from './scenario'

const LONGEST = 150
const BEFORE_FIRST = 24

/**
 * Kills a writer (-9) at a random moment, again and again, and holds the store against what it had acknowledged. One that
 * archives moves snapshots after every action, so that many of the kills hit a move.
 */
export function killWriter(journal: Journal, kind: 'write' | 'archive' = 'write'): Scenario {
  return async (folder, { kills }) => {
    const database = stage(folder, ['w'], { journal })
    const acknowledged: string[] = []
    const problems: string[] = []
    let unheard = 0
    for (let round = 0; round < kills && problems.length === 0; round++) {
      const writer = startActor({ kind, database, name: `w/${round}`, missions: 40 })
      // Older snapshots are moved once there are some.
      do await writer.next()
      while (round === 0 && writer.acknowledged.length < BEFORE_FIRST)
      await pause(Math.random() * LONGEST)
      await writer.kill()
      acknowledged.push(...writer.acknowledged)
      const ledger = checkLedger(database, acknowledged)
      problems.push(...ledger.problems)
      unheard = ledger.unheard
    }
    const archived = archivedSnapshots(database)
    return {
      figures: `${kills} kills, ${acknowledged.length} acknowledged, ${unheard} more stored unheard, ${archived} snapshots archived`,
      problems: [
        ...problems,
        ...unreadableSnapshots(database),
        ...(kind === 'archive' && archived === 0 ? ['nothing was ever archived'] : []),
      ],
    }
  }
}
