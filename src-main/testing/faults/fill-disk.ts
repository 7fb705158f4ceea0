import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createBackup } from '../../engine/backups/create-backup'
import { syncBacklogFile } from '../../engine/files/backlog-file'
import { unwatched } from '../../engine/job'
import { startMission } from '../../engine/start-mission'
import { packageStarter } from '../../engine/starters/package-starter'
import { type OpenWorkspace, openWorkspace } from '../../engine/workspace'
import { checkLedger } from './ledger'
import { codeOf, codeOfAsync } from './refusal'
import { type Outcome, stage } from './scenario'

const MISSIONS = 2_000
const AFTERWARDS = 20

/** Fills the file system that a folder is on, and does there what people do: nothing half done may be left of it. */
export async function fillDisk(folder: string): Promise<Outcome> {
  const userData = join(folder, 'user-data')
  const database = stage(folder, ['w'], { missions: MISSIONS })
  const root = dirname(dirname(database))
  const workspace = openWorkspace({ root, database }, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    const backlog = readFileSync(syncBacklogFile(root, workspace.store))
    const files = listed(folder)
    const ballast = join(folder, 'ballast')
    fill(ballast)
    const before = actUntilRefused(workspace, 0, MISSIONS)
    const codes = {
      action: before.refusal,
      export: codeOf(() => syncBacklogFile(root, workspace.store)),
      backup: codeOf(() => createBackup({ database, userData, reason: 'asked', now: new Date() })),
      package: await codeOfAsync(() =>
        packageStarter({ root, database, userData, waivers: [] }, new Date(), unwatched),
      ),
    }
    const left = listed(folder).filter((file) => !files.includes(file) && !/ballast|user-data/.test(file))
    const kept = readFileSync(join(root, 'missions', 'backlog.yaml')).equals(backlog)
    const full = checkLedger(database, before.acknowledged)
    rmSync(ballast)
    const after = actUntilRefused(workspace, before.acknowledged.length, AFTERWARDS)
    const { problems } = checkLedger(database, [...before.acknowledged, ...after.acknowledged])
    return {
      figures: `${before.acknowledged.length} acknowledged, then ${Object.entries(codes)
        .map(([what, code]) => `${what} "${code}"`)
        .join(', ')}; ${left.length} files left; ${after.acknowledged.length} more once there was space`,
      problems: [
        ...full.problems,
        ...problems,
        ...Object.entries(codes).flatMap(([what, code]) => (code === 'disk_full' ? [] : [`the ${what} was ${code}`])),
        ...(left.length === 0 ? [] : [`left over: ${left.join(', ')}`]),
        ...(kept ? [] : ['the old backlog file is not what it was']),
        ...(full.unheard === 0 ? [] : ['a refused action left its event']),
        ...(after.acknowledged.length === AFTERWARDS ? [] : [`afterwards it was ${after.refusal}`]),
      ],
    }
  } finally {
    workspace.close()
  }
}

function actUntilRefused(workspace: OpenWorkspace, from: number, most: number) {
  const acknowledged: string[] = []
  for (let turn = from; turn < Math.min(from + most, MISSIONS); turn++) {
    const summary = `w/${turn}`
    const code = codeOf(() => startMission({ workspace, now: new Date(), agent: 'cmos' }, { id: `w-${turn}`, summary }))
    if (code !== 'stored') return { acknowledged, refusal: code }
    acknowledged.push(summary)
  }
  return { acknowledged, refusal: 'none' }
}

/** Writes until nothing more fits. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4_096))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(descriptor)
  }
}

function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}
