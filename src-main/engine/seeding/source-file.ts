import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'

/** A file of a folder that is read from: its bytes, nothing there, or why it cannot be read. */
export type SourceFile =
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly reason: string; readonly bytes: number | null }
  | { readonly state: 'read'; readonly data: Buffer }

/** As `SourceFile`, decoded. */
export type SourceText =
  | Exclude<SourceFile, { readonly state: 'read' }>
  | { readonly state: 'read'; readonly text: string; readonly bytes: number }

/** Longer than this no file of a workspace is, and no text of this program can be. */
const MOST_BYTES = 400 * 1024 ** 2

/** Reads a file under a folder; links out of the folder, folders and pipes are not followed or waited for. */
export function readSource(folder: string, file: string): SourceFile {
  const path = join(folder, file)
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return { state: 'missing' }
    const unreadable = (reason: string) => ({ state: 'unreadable', reason, bytes: stats.size }) as const
    if (!stats.isFile()) return unreadable(stats.isDirectory() ? 'is a folder, not a file' : 'is not a regular file')
    if (leadsOut(folder, path)) return unreadable('is a link that leads out of the folder')
    if (stats.size > MOST_BYTES) return unreadable(`is larger than ${MOST_BYTES / 1024 ** 2} MB`)
    return { state: 'read', data: readFileSync(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    if (code === 'ENOTDIR') return { state: 'missing' }
    return { state: 'unreadable', reason: `cannot be read (${code})`, bytes: null }
  }
}

/** As `readSource`, as text: UTF-8, or UTF-16 where the file begins with its mark. */
export function readSourceText(folder: string, file: string): SourceText {
  const source = readSource(folder, file)
  if (source.state !== 'read') return source
  const { data } = source
  const text = decoded(data)
  return text === undefined
    ? { state: 'unreadable', reason: 'is not UTF-8 text', bytes: data.length }
    : { state: 'read', text, bytes: data.length }
}

/** The text of bytes, without its byte order mark; undefined when they are no text. */
export function decoded(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(data), { fatal: true }).decode(data)
  } catch {
    return undefined
  }
}

/** Windows' editors still write UTF-16; its byte order mark cannot begin a file of UTF-8. */
export function encodingOf(data: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le'
  return data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function leadsOut(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path))
  return isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)
}
