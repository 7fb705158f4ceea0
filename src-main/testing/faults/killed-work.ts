import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hashFile } from '../../engine/backups/file-hash'
import { listBackups } from '../../engine/backups/list-backups'
import { syncBacklogFile } from '../../engine/files/backlog-file'
import { newDatabase } from '../../store/connection'
import { startActor } from './actors'
import { type LongWork, userDataOf, withStore } from './long-work'
import { type Scenario, stage } from './scenario'

const MISSIONS = 1_000
const LONGEST = 300

/** Long work is killed (-9) at a random moment: the store is as it was or as it shall be, and nothing half made counts. */
export function killedWork(work: LongWork): Scenario {
  return async (folder, { kills }) => {
    const rounds = Math.ceil(kills / 8)
    const problems: string[] = []
    let ended = 0
    for (let round = 0; round < rounds && problems.length === 0; round++) {
      const database = stage(folder, ['w'], { missions: MISSIONS })
      const root = dirname(dirname(database))
      const backlog = readFileSync(
        withStore({ root, database }, ({ store }) => syncBacklogFile(root, store)),
        'utf8',
      )
      const worker = startActor({ kind: 'job', database, name: work })
      await worker.next()
      await pause(Math.random() * LONGEST)
      await worker.kill()
      if (worker.acknowledged.includes('done')) ended += 1
      problems.push(...storeProblems(database, work), ...packageProblems(root), ...backlogProblems(root, backlog, work))
    }
    return { figures: `${rounds} kills, ${ended} of them after its end`, problems }
  }
}

/** Its missions are all there, or gone by a reset that keeps them in a verified backup. */
function storeProblems(database: string, work: LongWork): string[] {
  const client = newDatabase(database, { fileMustExist: true, timeout: 5_000 })
  try {
    const missions = Number(client.prepare("SELECT count(*) FROM missions WHERE id LIKE 'w-%'").pluck().get())
    const damage = String(client.pragma('integrity_check', { simple: true }))
    const kept = listBackups({ database, userData: userDataOf(database) }).some(
      ({ verified, tables }) => verified && (tables.missions ?? 0) >= MISSIONS,
    )
    return [
      ...(damage === 'ok' ? [] : [`integrity: ${damage}`]),
      ...(missions === MISSIONS || (work === 'reset' && missions === 0 && kept)
        ? []
        : [`${missions} missions are left`]),
    ]
  } finally {
    client.close()
  }
}

/** A package that has its name is whole. */
function packageProblems(root: string): string[] {
  const dist = join(root, 'dist')
  const packages = existsSync(dist) ? readdirSync(dist).filter((name) => /^cmos-starter-.*\.tar\.gz$/.test(name)) : []
  return packages
    .filter((name) => !readFileSync(join(dist, `${name}.sha256`), 'utf8').startsWith(hashFile(join(dist, name))))
    .map((name) => `${name} is not what its SHA-256 says`)
}

/** The view of the backlog is a whole one, never a part. */
function backlogProblems(root: string, before: string, work: LongWork): string[] {
  const now = readFileSync(join(root, 'missions', 'backlog.yaml'), 'utf8')
  const whole = work === 'reset' ? now.length > 0 : now.length === before.length
  return whole ? [] : ['missions/backlog.yaml is a part of itself']
}
