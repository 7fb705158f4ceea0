import { existsSync, readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { backupFolder } from '../../engine/backups/backup-folder'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

/** The disk is full in the middle of a backup: it is refused, and nothing of it is left. */
export const fullBackupDisk: Scenario = async (folder) => {
  if (process.platform === 'win32') return { figures: 'not on this system', problems: [] }
  const database = stage(folder, ['w'], { missions: 20_000 })
  const userData = `${folder}/user-data`
  const maker = startActor({ kind: 'backup', database, name: userData, pace: 10, fileLimit: 256 })
  while (maker.refused.length < 3 && maker.acknowledged.length < 2) await pause(10)
  await maker.stop()
  const place = backupFolder({ database, userData })
  const left = existsSync(place) ? readdirSync(place) : []
  const made = maker.acknowledged.slice(1)
  return {
    figures: `"${[...new Set(maker.refused)].join(', ')}" ${maker.refused.length} times, ${left.length} files left`,
    problems: [
      ...checkLedger(database, []).problems,
      ...(made.length > 0 ? [`${made.length} backups were made all the same`] : []),
      ...(maker.refused.every((code) => code === 'disk_full') ? [] : ['the refusal was not disk_full']),
      ...(left.length > 0 ? [`left behind: ${left.join(', ')}`] : []),
    ],
  }
}
