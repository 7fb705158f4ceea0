import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { backupFolder } from '../../engine/backups/backup-folder'
import { createBackup } from '../../engine/backups/create-backup'
import { verifyBackup } from '../../engine/backups/verify-backup'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { type Journal, type Scenario, stage } from './scenario'

/** Twenty writes a second. */
const PACE = 50
/** Enough that a backup takes longer than the time between two writes. */
const MISSIONS = 40_000

/** Backups while another program writes: each holds every event acknowledged before it began, and whole actions only. */
export function backupUnderLoad(journal: Journal): Scenario {
  return async (folder, { backups }) => {
    const database = stage(folder, ['w'], { journal, missions: MISSIONS })
    const place = { database, userData: join(folder, 'user-data') }
    const writer = startActor({ kind: 'write', database, name: 'w', pace: PACE, missions: MISSIONS })
    const problems: string[] = []
    let slowest = 0
    for (let round = 0; round < backups; round++) {
      await writer.next()
      await pause(Math.random() * PACE)
      const acknowledged = [...writer.acknowledged]
      const start = performance.now()
      const { name } = createBackup({ ...place, reason: 'asked', now: new Date() })
      slowest = Math.max(slowest, performance.now() - start)
      const check = verifyBackup({ ...place, name, now: new Date() })
      problems.push(...check.problems, ...checkLedger(join(backupFolder(place), name), acknowledged).problems)
    }
    await writer.stop()
    problems.push(...checkLedger(database, writer.acknowledged).problems)
    if (writer.refused.length > 0) problems.push(`the writer was refused: ${writer.refused.join(', ')}`)
    return {
      figures: `${backups} backups beside ${writer.acknowledged.length} writes, the slowest ${Math.round(slowest)} ms, ${writer.refused.length} writes refused`,
      problems,
    }
  }
}
