import { type Dirent, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What stands at a path, asked of the names in its folders: exactly so, in another spelling, or not at all. */
export type Standing =
  | { readonly is: 'file' | 'folder' | 'link' }
  | { readonly is: 'missing' }
  | { readonly is: 'other case'; readonly name: string }

/**
 * Looks paths up under a folder letter by letter, also where the file system itself does not care about case: a document
 * must work for everybody. Each folder is read once.
 */
export function folderNames(root: string): (path: string) => Standing {
  const folders = new Map<string, ReadonlyMap<string, Dirent>>()
  const namesIn = (folder: string): ReadonlyMap<string, Dirent> => {
    const known = folders.get(folder) ?? readNames(join(root, folder))
    folders.set(folder, known)
    return known
  }
  const standing = (path: string): Standing => {
    if (path === '' || path === '.') return { is: 'folder' }
    const folder = dirname(path)
    const above = folder === '.' ? ({ is: 'folder' } as const) : standing(folder)
    if (above.is !== 'folder') return above.is === 'other case' || above.is === 'link' ? above : { is: 'missing' }
    return standingIn(namesIn(folder), path.slice(folder === '.' ? 0 : folder.length + 1))
  }
  return standing
}

function standingIn(names: ReadonlyMap<string, Dirent>, name: string): Standing {
  const entry = names.get(name)
  if (entry?.isSymbolicLink()) return { is: 'link' }
  if (entry !== undefined) return { is: entry.isDirectory() ? 'folder' : 'file' }
  const folded = name.toLowerCase()
  const other = [...names.keys()].find((candidate) => candidate.toLowerCase() === folded)
  return other === undefined ? { is: 'missing' } : { is: 'other case', name: other }
}

function readNames(folder: string): ReadonlyMap<string, Dirent> {
  try {
    return new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry]))
  } catch {
    return new Map()
  }
}
