import type { Script } from 'node:vm'

const { readFileSync, writeFileSync, mkdirSync, renameSync } = process.getBuiltinModule('node:fs')
const { dirname } = process.getBuiltinModule('node:path')

/** One file of the program with what V8 made of it. */
export interface Compiled {
  /** Tells this text of the file from every other: V8 itself would take any text of the same length for it. */
  readonly hash: string
  readonly script: Script
}

/** Compiled code of some files of the program, kept in one file. */
export interface CodeCache {
  /** The code kept for that text of a file. */
  codeOf(name: string, hash: string): Buffer | undefined
  /** Takes note of a file that was loaded; `fresh` when it had to be compiled. */
  add(name: string, compiled: Compiled, fresh: boolean): void
  /** Writes the code as it is now, functions compiled while they ran included, unless all of it was kept already. */
  keep(): void
}

interface Kept {
  readonly hash: string
  readonly code: Buffer
}

/**
 * Opens a cache of compiled code. Node's own compile cache keeps what is compiled when a file is loaded, which leaves out
 * every function that is first called later: half of the work of a short command.
 */
export function openCodeCache(file: string): CodeCache {
  const kept = readKept(file)
  const loaded = new Map<string, Compiled>()
  let complete = true
  return {
    codeOf: (name, hash) => {
      const found = kept.get(name)
      return found?.hash === hash ? found.code : undefined
    },
    add: (name, compiled, fresh) => {
      loaded.set(name, compiled)
      if (fresh) complete = false
    },
    keep: () => {
      if (complete) return
      for (const [name, { hash, script }] of loaded) kept.set(name, { hash, code: script.createCachedData() })
      writeKept(file, kept)
    },
  }
}

/** A first line that says what follows, then the code of each file; a damaged one counts as empty. */
function readKept(file: string): Map<string, Kept> {
  try {
    const bytes = readFileSync(file)
    const start = bytes.indexOf('\n') + 1
    const entries: readonly [string, string, number, number][] = JSON.parse(bytes.toString('utf8', 0, start))
    const whole = entries.filter(([, , from, size]) => start + from + size <= bytes.length)
    return new Map(
      whole.map(([name, hash, from, size]) => [
        name,
        { hash, code: bytes.subarray(start + from, start + from + size) },
      ]),
    )
  } catch {
    return new Map()
  }
}

function writeKept(file: string, kept: ReadonlyMap<string, Kept>): void {
  let at = 0
  const entries = [...kept].map(([name, { hash, code }]) => {
    at += code.length
    return [name, hash, at - code.length, code.length]
  })
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const codes = [...kept.values()].map(({ code }) => code)
    writeFileSync(draft, Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...codes]))
    renameSync(draft, file)
  } catch {
    // Without it a command is a little slower.
  }
}
