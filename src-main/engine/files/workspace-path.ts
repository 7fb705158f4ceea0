import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { DomainError } from '../../domain/fault'

const LONGEST_NAME = 200
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A path under the workspace's root; refused when a link on the way leads out of the workspace. */
export function workspacePath(root: string, ...segments: readonly string[]): string {
  const path = resolve(root, ...segments)
  const way = relative(realpathSync(root), realpathSync(existingFolder(dirname(path))))
  const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  if (link || isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) {
    throw new DomainError(
      'invalid_input',
      `${path} is, or lies behind, a link that leads away from its place in the workspace, so it is not written. Replace the link by a real file or folder.`,
      { path },
    )
  }
  return path
}

/** The real place of a file that is in the workspace; refused when it is not there, or really lies outside. */
export function existingFile(root: string, file: string): string {
  const path = resolve(root, file)
  if (existsSync(path)) {
    const real = realpathSync(path)
    if (real.startsWith(`${realpathSync(root)}${sep}`)) return real
  }
  throw new DomainError('not_found', `There is no file ${file.slice(0, LONGEST_NAME)} in this workspace.`, {
    file: file.slice(0, LONGEST_NAME),
  })
}

/** The file name for an id; ids that could name another place than a file of this folder are refused. */
export function safeFileName(id: string, extension: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a file name
  const safe = !/[/\\:*?"<>|\x00-\x1f\x7f]/.test(id) && !/^[. ]|[. ]$|^$/.test(id) && !RESERVED.test(id)
  if (!safe || Buffer.byteLength(id) > LONGEST_NAME) {
    throw new DomainError(
      'invalid_input',
      `The id ${JSON.stringify(id.slice(0, LONGEST_NAME))} is no safe file name. Choose a file with --output.`,
      { id: id.slice(0, LONGEST_NAME) },
    )
  }
  return `${id}${extension}`
}

function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder))
}
