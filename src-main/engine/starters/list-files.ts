import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { StarterEntry } from '../../domain/starter'
import { LEFT_OUT_FILES, LEFT_OUT_FOLDERS, type LeftOut } from './package-rules'

/** A file that goes into a package as it is. */
export interface ListedFile {
  readonly path: string
  readonly bytes: number
  readonly executable: boolean
}

export interface Listing {
  readonly files: readonly ListedFile[]
  readonly leftOut: readonly StarterEntry[]
}

const PART = 'A part of the starter'

/**
 * Every file of a workspace, and why it goes into a package or stays out. Links are not followed, and of the files that
 * are `written` anew none is listed.
 */
export async function listFiles(root: string, written: ReadonlySet<string>): Promise<Listing> {
  const folders = await reasons(root, LEFT_OUT_FOLDERS, { onlyDirectories: true, ignore: [] })
  const ignore = LEFT_OUT_FOLDERS.flatMap(({ patterns }) => patterns.map((pattern) => `${pattern}/**`))
  const files = await reasons(root, LEFT_OUT_FILES, { onlyDirectories: false, ignore })
  const listed: ListedFile[] = []
  const leftOut = [...folders.entries()].map(([path, reason]) => out(`${path}/`, null, reason))
  const all = await find(root, ['**'], { onlyFiles: false, ignore })
  for (const path of all.map(withoutSlash).sort(bytewise)) {
    const stats = lstatSync(join(root, path))
    if (written.has(path) || folders.has(path) || stats.isDirectory()) continue
    const reason = notPlain(stats) ?? files.get(path)
    if (reason !== undefined) leftOut.push(out(path, stats.isFile() ? stats.size : null, reason))
    else listed.push({ path, bytes: stats.size, executable: (stats.mode & 0o100) !== 0 })
  }
  return { files: listed, leftOut: leftOut.sort((a, b) => bytewise(a.path, b.path)) }
}

/** A file that goes in, as the preview shows it. */
export function included(path: string, bytes: number | null, reason = PART): StarterEntry {
  return { path, bytes, included: true, reason }
}

/** The order of names in a package, the same on every system. */
export function bytewise(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function out(path: string, bytes: number | null, reason: string): StarterEntry {
  return { path, bytes, included: false, reason }
}

function notPlain(stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'A link: what it leads to may lie outside the workspace'
  return stats.isFile() ? undefined : 'No ordinary file'
}

/** The reason of each path that a rule fits; the first rule wins. */
async function reasons(
  root: string,
  rules: readonly LeftOut[],
  how: { readonly onlyDirectories: boolean; readonly ignore: readonly string[] },
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { patterns, reason } of rules) {
    for (const path of await find(root, patterns, { ...how, onlyFiles: false })) {
      const name = withoutSlash(path)
      if (!found.has(name)) found.set(name, reason)
    }
  }
  return found
}

function find(
  root: string,
  patterns: readonly string[],
  how: { readonly onlyDirectories?: boolean; readonly onlyFiles: boolean; readonly ignore: readonly string[] },
): Promise<string[]> {
  return glob([...patterns], {
    ...how,
    ignore: [...how.ignore],
    cwd: realpathSync(root),
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  })
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path
}
