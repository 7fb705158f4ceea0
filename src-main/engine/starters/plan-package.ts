import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readFileSync } from 'node:fs'
import type { Finding } from '../../domain/finding'
import type { StarterPreview } from '../../domain/starter'
import { fileFault } from '../files/atomic-file'
import { workspacePath } from '../files/workspace-path'
import { type JobScope, stopIfCancelled } from '../job'
import type { Redaction } from '../redaction/redact-text'
import { redactionKey } from '../redaction/redaction-key'
import { scanBytes, scanNames, scanText, shownNames } from '../redaction/scan-files'
import type { WorkspacePlace } from '../workspace'
import { freshFiles } from './fresh-files'
import { bytewise, included, listFiles } from './list-files'

/** Which workspace is packaged, and whose data folder has its key. */
export interface StarterPlace extends WorkspacePlace {
  readonly userData: string
}

/** A file as it will be in the package; what is not `fresh` is read from the workspace. */
export interface PlannedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly executable: boolean
  readonly fresh: Buffer | null
}

export interface PackagePlan {
  readonly preview: StarterPreview
  readonly files: readonly PlannedFile[]
  readonly redaction: Redaction
}

const MANIFEST = 'What is in the package, with sizes, hashes and waivers'
const STOPPED = 'The package was not made: it was stopped. Nothing was written.'

/** Every file with its size and reason, and what a search for secrets in all that goes in finds. Writes nothing. */
export async function previewPackage(place: StarterPlace, now: Date, scope: JobScope): Promise<StarterPreview> {
  return (await planPackage(place, now, scope)).preview
}

/** As `previewPackage`, with the files themselves as they were searched. */
export async function planPackage(place: StarterPlace, now: Date, scope: JobScope): Promise<PackagePlan> {
  scope.report({ label: 'Looking at every file', done: 0, total: null })
  const { workspace, files: fresh } = freshFiles(place, now)
  const { files: listed, leftOut } = await listFiles(place.root, new Set(fresh.keys()))
  const redaction: Redaction = { key: redactionKey(place) }
  const candidates = [...[...fresh.values()].map(({ path }) => ({ path, executable: false })), ...listed].sort((a, b) =>
    bytewise(a.path, b.path),
  )
  const names = candidates.map(({ path }) => path)
  const shown = await shownNames(names, redaction)
  // The manifest names the workspace, in whatever words its store does.
  const findings = [...(await scanText(workspace, 'MANIFEST.json', redaction)), ...(await scanNames(names, redaction))]
  const files: PlannedFile[] = []
  for (const [done, { path, executable }] of candidates.entries()) {
    stopIfCancelled(scope, STOPPED)
    const name = shown[done] ?? ''
    scope.report({ label: `Searching ${name} for secrets`, done, total: candidates.length })
    const written = fresh.get(path)?.content ?? null
    const content = written ?? readInside(place.root, path)
    findings.push(...(await findingsOf(content, path, name, redaction)))
    files.push({ path, bytes: content.length, sha256: sha256(content), executable, fresh: written })
  }
  const goesIn = files.map(({ path, bytes }, index) => included(shown[index] ?? '', bytes, fresh.get(path)?.reason))
  const hidden = await shownNames(
    leftOut.map(({ path }) => path),
    redaction,
  )
  return {
    files,
    redaction,
    preview: {
      workspace,
      entries: [
        included('MANIFEST.json', null, MANIFEST),
        ...goesIn,
        ...leftOut.map((entry, index) => ({ ...entry, path: hidden[index] ?? '' })),
      ],
      files: files.length + 1,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      findings,
    },
  }
}

/** The fresh store was made by us from texts that are searched by themselves. */
async function findingsOf(content: Buffer, path: string, name: string, redaction: Redaction): Promise<Finding[]> {
  return path === 'db/cmos.sqlite' ? [] : scanBytes(content, name, redaction)
}

/** A file's bytes; refused when a link has come into its way since it was listed. */
export function readInside(root: string, path: string): Buffer {
  const file = workspacePath(root, ...path.split('/'))
  try {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      return readFileSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw fileFault(error, file)
  }
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
