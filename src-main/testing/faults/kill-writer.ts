import { setTimeout as pause } from 'node:timers/promises'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { type Journal, type Scenario, stage } from './scenario'

const LONGEST = 150

/** Kills a writer (-9) at a random moment, again and again, and holds the store against what it had acknowledged. */
export function killWriter(journal: Journal): Scenario {
  return async (folder, { kills }) => {
    const database = stage(folder, ['w'], { journal })
    const acknowledged: string[] = []
    const problems: string[] = []
    let unheard = 0
    for (let round = 0; round < kills && problems.length === 0; round++) {
      const writer = startActor({ kind: 'write', database, name: `w/${round}`, missions: 40 })
      await writer.next()
      await pause(Math.random() * LONGEST)
      await writer.kill()
      acknowledged.push(...writer.acknowledged)
      const ledger = checkLedger(database, acknowledged)
      problems.push(...ledger.problems)
      unheard = ledger.unheard
    }
    return { figures: `${kills} kills, ${acknowledged.length} acknowledged, ${unheard} more stored unheard`, problems }
  }
}
