import { existsSync, linkSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { version } from '../../../package.json'
import { DomainError } from '../../domain/fault'
import type { Finding, Waiver } from '../../domain/finding'
import type { StarterReceipt } from '../../domain/starter'
import { backupTasks } from '../backups/backup-task'
import { syncPath } from '../backups/file-hash'
import { fileFault } from '../files/atomic-file'
import { workspacePath } from '../files/workspace-path'
import { type JobScope, stopIfCancelled } from '../job'
import { scanText } from '../redaction/scan-files'
import { type ArchivedFile, checkArchive, writeArchive } from './archive-file'
import { type PackagePlan, planPackage, readInside, type StarterPlace, sha256 } from './plan-package'

export interface PackageOrder extends StarterPlace {
  readonly waivers: readonly Waiver[]
}

/** Everything in a package is in this folder. */
export const STARTER_FOLDER = 'cmos-starter'
const STOPPED = 'The package was stopped before it was complete. Nothing of it was kept.'
const DRAFT = /^\.cmos-starter-.*\.tmp$/
const ABANDONED_AFTER = 3_600_000

/**
 * Packs the workspace into dist/cmos-starter-<UTC>.tar.gz, reads it back in full, and only then gives it its name, with
 * its SHA-256 beside it; the store is backed up before. Refused while something that looks like a secret is not waived;
 * whatever ends it before its end leaves no package.
 */
export async function packageStarter(order: PackageOrder, now: Date, scope: JobScope): Promise<StarterReceipt> {
  const plan = await planPackage(order, now, scope)
  const waived = await requireWaived(plan, order.waivers)
  const files = archived(order, plan, waived, now)
  const safety = backUp(order, now, scope)
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const archive = workspacePath(order.root, 'dist', `${STARTER_FOLDER}-${stamp}.tar.gz`)
  const dist = dirname(archive)
  const made = !existsSync(dist)
  try {
    mkdirSync(dist, { recursive: true })
    removeAbandoned(dist, now)
    return { ...(await write(archive, files, now, scope)), waived, safety }
  } catch (error) {
    if (made) removeEmpty(dist)
    throw fileFault(error, archive)
  }
}

/** The name of the verified backup; null when there is no store. */
function backUp(order: PackageOrder, now: Date, scope: JobScope): string | null {
  if (!existsSync(order.database)) return null
  stopIfCancelled(scope, STOPPED)
  scope.report({ label: 'Backing up the store', done: 0, total: null })
  return backupTasks.create({ ...order, reason: 'before packaging' }, now).backup.name
}

async function write(
  archive: string,
  files: readonly ArchivedFile[],
  now: Date,
  scope: JobScope,
): Promise<Omit<StarterReceipt, 'waived' | 'safety'>> {
  const checksum = `${archive}.sha256`
  const draft = join(dirname(archive), `.${basename(archive)}.${process.pid}.tmp`)
  if ([archive, checksum].some((path) => existsSync(path))) throw taken(archive)
  let said = false
  try {
    await writeArchive(draft, files, {
      folder: STARTER_FOLDER,
      now,
      each: (done) => {
        stopIfCancelled(scope, STOPPED)
        scope.report({ label: `Packing ${files[done]?.path ?? ''}`, done, total: files.length })
      },
    })
    scope.report({ label: 'Reading the package back', done: files.length, total: files.length })
    const check = await checkArchive(draft, files, STARTER_FOLDER)
    if (check.problems.length > 0) throw unlike(check.problems)
    stopIfCancelled(scope, STOPPED)
    writeFileSync(checksum, `${check.sha256}  ${basename(archive)}\n`, { flag: 'wx', flush: true })
    said = true
    // Unlike a rename, a link never replaces what another program put there meanwhile.
    linkSync(draft, archive)
    syncPath(dirname(archive), 'folder')
    return { archive, checksum, bytes: statSync(archive).size, sha256: check.sha256, files: files.length }
  } catch (error) {
    if (said) rmSync(checksum, { force: true })
    throw isTaken(error) ? taken(archive) : error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The waivers that were needed; refused with the findings that have none. */
async function requireWaived({ preview, redaction }: PackagePlan, waivers: readonly Waiver[]): Promise<Waiver[]> {
  const covers = (finding: Finding) => (waiver: Waiver) =>
    waiver.path === finding.path && waiver.rule === finding.rule && waiver.mark === finding.mark
  const open = preview.findings.filter((finding) => !waivers.some(covers(finding)))
  if (open.length > 0) throw unwaived(open)
  const used = waivers.filter((waiver) => preview.findings.some((finding) => covers(finding)(waiver)))
  for (const { reason } of used) {
    const inReason = await scanText(reason, 'the reason of a waiver', redaction)
    if (inReason.length > 0) throw unwaived(inReason)
  }
  return used
}

function archived(order: PackageOrder, plan: PackagePlan, waivers: Waiver[], now: Date): ArchivedFile[] {
  const files = plan.files.map((file) => ({ ...file, read: () => file.fresh ?? readInside(order.root, file.path) }))
  const manifest = {
    format: 1,
    workspace: plan.preview.workspace,
    createdAt: now.toISOString(),
    tool: { name: 'cmos-desk', version },
    files: plan.files.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
    waivers,
  }
  const content = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const path = 'MANIFEST.json'
  return [{ path, bytes: content.length, sha256: sha256(content), executable: false, read: () => content }, ...files]
}

function unwaived(findings: readonly Finding[]): DomainError {
  const lines = findings.map(
    ({ path, line, rule, mark }) => `${path}${line === null ? '' : `:${line}`} ${rule} ${mark}`,
  )
  const [first = ''] = lines
  const more = lines.length > 1 ? ` and ${lines.length - 1} more` : ''
  return new DomainError(
    'invalid_input',
    `Something that looks like a secret would go into the package: ${first}${more}. Nothing was written; remove it, or waive it by name if it is none.`,
    { findings: lines.join('\n') },
  )
}

function unlike(problems: readonly string[]): DomainError {
  return new DomainError(
    'corrupt',
    `The package did not read back as it was written (${problems.slice(0, 3).join('; ')}), so it was not kept. Check the disk.`,
    { problems: problems.join('\n') },
  )
}

function taken(archive: string): DomainError {
  return new DomainError('exists', `${archive} is there already; it was left as it is. Try again in a second.`, {
    path: archive,
  })
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/** Drafts of a process that was ended while it wrote; a younger one may still be at work. */
function removeAbandoned(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((entry) => DRAFT.test(entry))) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stats && now.getTime() - stats.mtimeMs > ABANDONED_AFTER) rmSync(join(folder, name), { force: true })
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody has put something there meanwhile.
  }
}
