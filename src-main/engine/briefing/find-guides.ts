import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { AgentGuide } from '../../domain/agent-brief'
import { DomainError } from '../../domain/fault'

const GUIDE = /^agents\.md$/i
const LARGEST = 128 * 1024

export interface FoundGuides {
  /** The workspace's own guide first, then from the project's folder down to the place: the nearest is last and wins. */
  readonly guides: AgentGuide[]
  readonly warnings: string[]
}

/**
 * The guides for agents that hold at a place of the project: `agents.md` of the workspace, which must be there, and every
 * `agents.md` (or `AGENTS.md`) in the folders from the project's own down to that place.
 */
export function findGuides(root: string, place: string | undefined): FoundGuides {
  const workspace = realpathSync(root)
  const project = basename(workspace) === 'cmos' ? dirname(workspace) : workspace
  const own = join(workspace, 'agents.md')
  const first = guidesIn(workspace)
  if (first.length === 0) {
    throw new DomainError(
      'not_found',
      `There is no ${own}, and no mission may begin without it. Write it first; a new workspace shows what belongs there.`,
      { path: own },
    )
  }
  const folders = place === undefined ? [] : foldersBetween(project, place).filter((folder) => folder !== workspace)
  const found = [...first, ...folders.flatMap(guidesIn)].map((path) => readGuide(project, path))
  return {
    guides: found.flatMap((one) => ('guide' in one ? [one.guide] : [])),
    warnings: found.flatMap((one) => ('warning' in one ? [one.warning] : [])),
  }
}

/** The folders from the project's own down to a place; a file that is yet to be written counts by its folder. */
function foldersBetween(project: string, place: string): string[] {
  const folder = realpathSync(existingFolder(resolve(place)))
  if (folder !== project && !folder.startsWith(project + sep)) {
    throw new DomainError('invalid_input', `${place} lies outside ${project}. Name a file or folder of this project.`, {
      path: place,
    })
  }
  const steps = relative(project, folder).split(sep).filter(Boolean)
  return [project, ...steps.map((_step, at) => join(project, ...steps.slice(0, at + 1)))]
}

function existingFolder(path: string): string {
  if (existsSync(path)) return statSync(path).isDirectory() ? path : dirname(path)
  return existingFolder(dirname(path))
}

function guidesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => GUIDE.test(name))
  return names.sort().map((name) => join(folder, name))
}

function readGuide(project: string, path: string): { readonly guide: AgentGuide } | { readonly warning: string } {
  const file = relative(project, path).replaceAll(sep, '/')
  const leadsAway =
    lstatSync(path).isSymbolicLink() && !(existsSync(path) && realpathSync(path).startsWith(project + sep))
  if (leadsAway) return { warning: `${file} is a link that leads out of the project, so it was not read.` }
  const bytes = readFileSync(path)
  const text = new TextDecoder().decode(bytes.subarray(0, LARGEST))
  return { guide: { file, bytes: bytes.length, text, truncated: bytes.length > LARGEST } }
}
