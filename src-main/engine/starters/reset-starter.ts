import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { ResetPreview, ResetReceipt } from '../../domain/starter'
import { nowText } from '../../domain/timestamp'
import { clearStore } from '../../store/clear-store'
import type { Store } from '../../store/store'
import { makeBackupFolder } from '../backups/backup-folder'
import { createBackup } from '../backups/create-backup'
import { checkHealth } from '../check-health'
import { fileFault, replaceFile } from '../files/atomic-file'
import { syncBacklogFile } from '../files/backlog-file'
import { checkDocumentReferences } from '../files/document-references'
import { workspacePath } from '../files/workspace-path'
import { type JobScope, listenAndStop, stopIfCancelled } from '../job'
import { checkParity } from '../views/check-parity'
import { keepAside } from '../views/keep-aside'
import { type OpenWorkspace, openWorkspace } from '../workspace'
import { checkArchive, writeArchive } from './archive-file'
import { writeMissingFiles } from './create-workspace'
import { readInside, type StarterPlace, sha256 } from './plan-package'
import { previewReset } from './plan-reset'
import { starterContexts, starterFiles } from './starter-files'

export interface ResetOrder extends StarterPlace {
  /** The workspace's name, as the operator typed it. */
  readonly confirm: string
}

const MOST_ATTEMPTS = 3
const STOPPED = 'The reset was stopped before anything was changed.'

/**
 * Empties a workspace of what happened in it. Everything that goes is kept first, outside the workspace: the store as a
 * verified backup, the files in an archive that was read back. Refused, and nothing is changed, while another program
 * holds the store.
 */
export async function resetStarter(order: ResetOrder, now: Date, scope: JobScope): Promise<ResetReceipt> {
  scope.report({ label: 'Looking at what goes', done: 0, total: null })
  const plan = await previewReset(order, now)
  if (order.confirm !== plan.workspace) {
    throw new DomainError('invalid_input', `The workspace is called ${plan.workspace}. Nothing was changed.`, {
      name: plan.workspace,
    })
  }
  const { archive, hashes } = await keepFiles(order, plan, now, scope)
  const safety = await emptyStore(order, plan.workspace, now, scope).catch((error: unknown) => {
    // Nothing went, so nothing needs to be kept.
    if (archive !== null) rmSync(archive, { force: true })
    throw error
  })
  return await finish(order, plan, now, { archive, hashes, safety })
}

/** The archive of the files that go, and the hash of each of them as it is in there. */
interface KeptFiles {
  readonly archive: string | null
  readonly hashes: ReadonlyMap<string, string>
}

/** Every file that goes or is rewritten, in one archive beside the backups; null when there is none. */
async function keepFiles(order: ResetOrder, plan: ResetPreview, now: Date, scope: JobScope): Promise<KeptFiles> {
  const paths = [...plan.removed, ...plan.rewritten.filter(({ bytes }) => bytes !== null)].map(({ path }) => path)
  if (paths.length === 0) return { archive: null, hashes: new Map() }
  const name = `reset-${now.toISOString().replace(/[-:.]/g, '')}`
  const file = join(makeBackupFolder(order), `${name}.tar.gz`)
  const files = paths.map((path) => {
    const content = readInside(order.root, path)
    const read = () => readInside(order.root, path)
    return { path, bytes: content.length, sha256: sha256(content), executable: false, read }
  })
  try {
    await writeArchive(file, files, {
      folder: name,
      now,
      each: (done) => {
        stopIfCancelled(scope, STOPPED)
        scope.report({ label: `Keeping ${files[done]?.path ?? ''}`, done, total: files.length })
      },
    })
    const { problems } = await checkArchive(file, files, name)
    if (problems.length > 0) throw unkept(problems)
    return { archive: file, hashes: new Map(files.map(({ path, sha256: hash }) => [path, hash])) }
  } catch (error) {
    rmSync(file, { force: true })
    throw fileFault(error, file)
  }
}

/** Backs the store up and empties it; what another program committed between the two is backed up again first. */
async function emptyStore(order: ResetOrder, project: string, now: Date, scope: JobScope): Promise<string> {
  const opened = openWorkspace(order, { mode: 'read-write', busyTimeout: 2_000 })
  try {
    const { store } = opened
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      stopIfCancelled(scope, STOPPED)
      scope.report({ label: 'Backing up and emptying the store', done: 0, total: null })
      const version = requireFree(store)
      const safety = createBackup({ ...order, reason: 'before reset', now: new Date(now.getTime() + attempt) })
      await listenAndStop(scope, STOPPED)
      if (clearStore(store, { version, at: nowText(now), contexts: starterContexts(project) })) return safety.name
    }
  } finally {
    opened.close()
  }
  throw new DomainError(
    'busy',
    `Another program keeps writing to ${order.database}. Nothing was changed; stop it, then reset again.`,
    { path: order.database },
  )
}

/** Takes the write lock once, so that a store that is held is refused before anything is backed up. */
function requireFree(store: Store): number {
  return store.write(() => store.dataVersion())
}

/** The store is empty: the files follow it. What is in the way of one of them keeps none of the others. */
async function finish(
  order: ResetOrder,
  plan: ResetPreview,
  now: Date,
  kept: KeptFiles & { readonly safety: string },
): Promise<ResetReceipt> {
  const { root } = order
  const problems: string[] = []
  const removed = plan.removed
    .map(({ path }) => path)
    .filter((path) => attempt(problems, () => remove(root, path, kept)))
  const written: string[] = []
  for (const { sourcePath, content } of starterContexts(plan.workspace)) {
    const write = () => replaceKept(root, sourcePath, { kept, now, text: `${content}\n` })
    if (attempt(problems, write)) written.push(sourcePath)
  }
  attempt(problems, () => written.push(...writeMissingFiles(root, starterFiles({ project: plan.workspace, now }))))
  const opened = openWorkspace(order, { mode: 'read-write', busyTimeout: 2_000 })
  try {
    attempt(problems, () => syncBacklogFile(root, opened.store))
    written.push('missions/backlog.yaml')
    problems.push(...checkHealth(opened.store).problems, ...checkDocumentReferences(root), ...(await driftsOf(opened)))
  } finally {
    opened.close()
  }
  return { workspace: plan.workspace, safety: kept.safety, archive: kept.archive, removed, written, problems }
}

async function driftsOf(opened: OpenWorkspace): Promise<string[]> {
  const { drifts } = await checkParity(opened)
  return drifts.map(({ file, field }) => `${file} says something else than the store: ${field}`)
}

function attempt(problems: string[], work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
    return false
  }
}

/** What another program wrote into a file after it was kept stays. */
function remove(root: string, path: string, { hashes }: KeptFiles): void {
  const file = workspacePath(root, ...path.split('/'))
  if (existsSync(file) && sha256(readInside(root, path)) !== hashes.get(path)) {
    throw new DomainError('conflict', `${path} was written to meanwhile, so it was left as it is.`, { path })
  }
  rmSync(file, { force: true })
  // A folder of one mission goes with its last file; those that every workspace has stay.
  for (let folder = dirname(file); dirname(dirname(folder)) !== root && folder !== root; folder = dirname(folder)) {
    if (dirname(folder) === root || readdirSync(folder).length > 0) return
    rmdirSync(folder)
  }
}

/** Replaces a view, beside which a copy is left of what nobody has kept yet. */
function replaceKept(
  root: string,
  path: string,
  { kept, now, text }: { readonly kept: KeptFiles; readonly now: Date; readonly text: string },
): void {
  const file = workspacePath(root, ...path.split('/'))
  if (existsSync(file) && sha256(readInside(root, path)) !== kept.hashes.get(path)) keepAside(file, now)
  replaceFile(file, text)
}

function unkept(problems: readonly string[]): DomainError {
  return new DomainError(
    'corrupt',
    `The archive of the files that go did not read back as it was written (${problems[0] ?? ''}). Nothing was changed; check that disk.`,
    { problems: problems.join('\n') },
  )
}
