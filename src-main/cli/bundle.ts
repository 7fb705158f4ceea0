import { type CodeCache, openCodeCache } from './code-cache'

const { readFileSync } = process.getBuiltinModule('node:fs')
const { join } = process.getBuiltinModule('node:path')
const { createRequire } = process.getBuiltinModule('node:module')
const { Script } = process.getBuiltinModule('node:vm')

/** The program's files beside the entry, loaded from compiled code where there is some. */
export interface Bundle {
  /** What a file exports, run when it is first asked for. */
  load(name: string): unknown
  /** From now on files belong to this command, whose code is kept apart: each command needs other functions. */
  begin(command: string): void
  /** Keeps the code for the next run. */
  keep(): void
}

/** Every file is one function, and begins with `//` and the hash of it; the build sees to that. */
const HASH = /^\/\/([0-9a-f]{64})\n/

/** Opens the files of a folder; compiled code is kept in another one. */
export function openBundle(folder: string, cacheFolder: string): Bundle {
  const modules = new Map<string, { exports: unknown }>()
  const caches: CodeCache[] = []
  const begin = (command: string) => caches.push(openCodeCache(join(cacheFolder, command)))
  const load = (name: string): unknown => {
    const known = modules.get(name)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(name, module)
    const file = join(folder, name)
    functionOf(file, name, caches.at(-1))(module.exports, required, module, file, folder)
    return module.exports
  }
  const outside = lazily(() => createRequire(join(folder, 'command.cjs')))
  const required = Object.assign((id: string) => (id.startsWith('./') ? load(id.slice(2)) : outside()(id)), {
    resolve: (id: string) => outside().resolve(id),
  })
  begin('start')
  const keep = () => {
    for (const cache of caches) cache.keep()
  }
  return { load, begin, keep }
}

type FileFunction = (exports: unknown, require: unknown, module: unknown, file: string, folder: string) => void

function functionOf(file: string, name: string, cache: CodeCache | undefined): FileFunction {
  const source = readFileSync(file, 'utf8')
  const hash = HASH.exec(source)?.[1]
  const cachedData = hash === undefined ? undefined : cache?.codeOf(name, hash)
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) })
  if (hash !== undefined)
    cache?.add(name, { hash, script }, cachedData === undefined || script.cachedDataRejected === true)
  return script.runInThisContext()
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
