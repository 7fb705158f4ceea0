import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The commit and branch that are checked out around a folder; null where there is none. */
export interface GitHead {
  readonly commit: string | null
  readonly branch: string | null
}

const COMMIT = /^[0-9a-f]{40,64}$/

/** Reads them from git's own files, so that no other program is run. */
export function gitHead(folder: string): GitHead {
  const git = gitFolder(folder)
  const head = git === null ? null : textOf(join(git, 'HEAD'))
  if (git === null || head === null) return { commit: null, branch: null }
  const ref = /^ref: (\S+)$/.exec(head)?.[1]
  if (ref === undefined) return { commit: COMMIT.test(head) ? head : null, branch: null }
  const shared = resolve(git, textOf(join(git, 'commondir')) ?? '.')
  const commit = [git, shared]
    .map((place) => textOf(join(place, ref)))
    .find((text) => text !== null && COMMIT.test(text))
  return { commit: commit ?? packed(shared, ref), branch: ref.replace(/^refs\/heads\//, '') }
}

/** The nearest `.git` upward: a folder, or the file of a linked working tree that names one. */
function gitFolder(start: string): string | null {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const git = join(folder, '.git')
    const found = statSync(git, { throwIfNoEntry: false })
    if (found?.isDirectory()) return git
    const linked = found?.isFile() ? /^gitdir: (.+)$/.exec(textOf(git) ?? '')?.[1] : undefined
    if (linked !== undefined) return resolve(folder, linked)
    if (dirname(folder) === folder) return null
  }
}

function packed(git: string, ref: string): string | null {
  const line = (textOf(join(git, 'packed-refs')) ?? '').split('\n').find((entry) => entry.endsWith(` ${ref}`))
  return line?.split(' ')[0] ?? null
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
