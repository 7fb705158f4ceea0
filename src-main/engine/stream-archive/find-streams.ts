import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { KeptStream } from '../../domain/telemetry-archive'
import { isDraft, streamAside } from './archive-places'

/** A file of telemetry/events that may be archived. */
export interface FoundStream {
  /** Relative to telemetry/events, with slashes. */
  readonly stream: string
  readonly path: string
  readonly bytes: number
  /** Epoch milliseconds. */
  readonly changedAt: number
}

const DEEPEST = 8
const STREAM = /\.jsonl?$/i

/** The streams of a workspace, and the files there that are none; links are never followed. */
export function findStreams(events: string): { readonly streams: FoundStream[]; readonly others: KeptStream[] } {
  const streams: FoundStream[] = []
  const others: KeptStream[] = []
  for (const name of namesIn(events)) {
    const path = join(events, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) continue
    const stream = name.replaceAll(sep, '/')
    const reason = reasonToKeep(stream)
    if (reason === null) streams.push({ stream, path, bytes: found.size, changedAt: Math.round(found.mtimeMs) })
    else others.push({ stream, bytes: found.size, reason })
  }
  return { streams, others }
}

function reasonToKeep(stream: string): string | null {
  if (/schema/i.test(stream)) return 'It is a schema.'
  return STREAM.test(stream) ? null : 'It is no event stream.'
}

/** What a run that was broken off left: streams that stand aside, and drafts. */
export function findLeftovers(events: string): {
  readonly asides: { readonly path: string; readonly aside: string }[]
  readonly drafts: string[]
} {
  const hidden = namesIn(events, isHidden).map((name) => join(events, name))
  const asides = hidden.flatMap((aside) => {
    const name = streamAside(basename(aside))
    return name === undefined ? [] : [{ path: join(dirname(aside), name), aside }]
  })
  return { asides, drafts: hidden.filter((path) => isDraft(basename(path))) }
}

function namesIn(events: string, wanted = isShown, folder = '', depth = 0): string[] {
  if (depth > DEEPEST) return []
  return entriesIn(join(events, folder)).flatMap((entry) => {
    const name = join(folder, entry.name)
    if (entry.isDirectory()) return namesIn(events, wanted, name, depth + 1)
    return entry.isFile() && wanted(entry.name) ? [name] : []
  })
}

function isShown(name: string): boolean {
  return !name.startsWith('.')
}

function isHidden(name: string): boolean {
  return name.startsWith('.')
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch {
    return []
  }
}
