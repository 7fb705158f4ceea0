import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { backupFolder } from '../../engine/backups/backup-folder'
import { listBackups } from '../../engine/backups/list-backups'
import { verifyBackup } from '../../engine/backups/verify-backup'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

const LONGEST = 400

/** A process that makes backups is killed (-9): no half backup is ever counted as one, and the store is untouched. */
export const killedBackup: Scenario = async (folder, { kills }) => {
  const database = stage(folder, ['w'], { missions: 20_000 })
  const place = { database, userData: join(folder, 'user-data') }
  const rounds = Math.ceil(kills / 4)
  for (let round = 0; round < rounds; round++) {
    const maker = startActor({ kind: 'backup', database, name: place.userData })
    await maker.next()
    await pause(Math.random() * LONGEST)
    await maker.kill()
  }
  const listed = listBackups(place)
  const damaged = listed
    .filter(({ verified }) => verified)
    .map(({ name }) => verifyBackup({ ...place, name, now: new Date() }))
    .filter(({ ok }) => !ok)
  const drafts = readdirSync(backupFolder(place)).filter((name) => name.endsWith('.draft'))
  const { problems } = checkLedger(database, [])
  return {
    figures: `${rounds} kills, ${listed.length} backups, ${listed.filter(({ verified }) => verified).length} of them count, ${drafts.length} drafts left aside`,
    problems: [...problems, ...damaged.map(({ name, problems: found }) => `${name} counts but ${found.join('; ')}`)],
  }
}
