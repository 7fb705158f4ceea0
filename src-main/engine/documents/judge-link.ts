import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import type { LinkProblem } from '../../domain/document-check'
import type { Standing } from './folder-names'
import type { DocumentLink } from './read-links'

/** What links are judged against. */
export interface Surroundings {
  readonly root: string
  standing(path: string): Standing
  /** The anchors of a document, or null when it cannot be read. */
  anchorsOf(file: string): Promise<ReadonlySet<string> | null>
}

type Verdict = Pick<LinkProblem, 'kind' | 'message'>

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i
const MARKDOWN = /\.(?:md|markdown)$/i

/** What is wrong with a link of a document; null when nothing is, or when it leads to the web. */
export async function judgeLink(around: Surroundings, file: string, link: DocumentLink): Promise<LinkProblem | null> {
  const { line, column, target } = link
  const verdict = link.undefinedName
    ? ({ kind: 'missing definition', message: `[${target}] is defined nowhere in this document` } as const)
    : await judgeTarget(around, file, target)
  return verdict === null ? null : { file, line, column, target, ...verdict }
}

async function judgeTarget(around: Surroundings, file: string, target: string): Promise<Verdict | null> {
  if (SCHEME.test(target)) return target.toLowerCase().startsWith('file:') ? outside(target) : null
  const [before = '', fragment] = splitOnce(target, '#')
  const path = decoded(splitOnce(before, '?')[0] ?? '')
  if (path === null) return { kind: 'missing file', message: `${target} is no path: its percent signs encode no text` }
  if (path === '') return fragment === undefined ? null : judgeAnchor(around, file, fragment)
  const place = placeOf(file, path)
  if (place === null) return outside(path)
  return judgePlace(around, place, fragment)
}

async function judgePlace(around: Surroundings, place: string, fragment: string | undefined): Promise<Verdict | null> {
  const standing = around.standing(place)
  if (standing.is === 'link') return judgeSymbolicLink(around, place)
  if (standing.is === 'missing') return { kind: 'missing file', message: `${place} does not exist` }
  if (standing.is === 'other case') {
    return { kind: 'wrong case', message: `${place} is spelled otherwise: a part of it is ${standing.name}` }
  }
  if (standing.is === 'folder' || fragment === undefined || !MARKDOWN.test(place)) return null
  return judgeAnchor(around, place, fragment)
}

async function judgeAnchor(around: Surroundings, file: string, fragment: string): Promise<Verdict | null> {
  const anchors = await around.anchorsOf(file)
  if (anchors === null)
    return { kind: 'unreadable', message: `${file} cannot be read, so #${fragment} cannot be found` }
  const wanted = (decoded(fragment) ?? fragment).toLowerCase()
  return anchors.has(wanted) || anchors.has(wanted.replace(/^user-content-/, ''))
    ? null
    : { kind: 'missing anchor', message: `${file} has no heading or anchor #${fragment}` }
}

/** A link to a place in the workspace is as good as the place; one that leads away is told. */
function judgeSymbolicLink({ root }: Surroundings, place: string): Verdict | null {
  const path = join(root, place)
  if (!existsSync(path)) return { kind: 'missing file', message: `${place} does not exist` }
  const real = realpathSync(path)
  const home = realpathSync(root)
  return real === home || real.startsWith(home + sep) || !statSync(path) ? null : outside(place)
}

function outside(path: string): Verdict {
  return { kind: 'outside', message: `${path} lies outside the workspace` }
}

/** The place a path leads to, relative to the workspace; null when it leads out. A leading slash means the workspace. */
function placeOf(file: string, path: string): string | null {
  const from = path.startsWith('/') ? '.' : posix.dirname(file)
  const place = posix.normalize(posix.join(from, path.replaceAll('\\', '/'))).replace(/\/$/, '')
  return place === '..' || place.startsWith('../') ? null : place
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
